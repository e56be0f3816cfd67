package app.aisha.adapters.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs, an archive on the class path, and where they are unpacked. */
final class PostgresBinaries {

    private final String resource;

    PostgresBinaries(String os, String architecture) throws PostgresNotStarted {
        this.resource = resourceFor(os, architecture);
    }

    static PostgresBinaries ofThisMachine() throws PostgresNotStarted {
        return new PostgresBinaries(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private static String resourceFor(String os, String architecture) throws PostgresNotStarted {
        return switch (os.toLowerCase(Locale.ROOT) + " " + architecture) {
            case "linux amd64", "linux x86_64" -> "postgres-linux-x86_64.txz";
            case "linux aarch64" -> "postgres-linux-arm_64.txz";
            default ->
                throw new PostgresNotStarted(
                        "There is no embedded PostgreSQL for %s on %s; set DATABASE_URL to a server."
                                .formatted(os, architecture));
        };
    }

    /**
     * Unpacks what is not unpacked yet. The folder appears complete or not at all and carries the archive's checksum in its
     * name, so another version goes beside it.
     *
     * @param starting runs before unpacking, which takes seconds
     * @return the folder that holds {@code bin}
     */
    Path unpackInto(Path parent, Runnable starting) throws IOException, PostgresNotStarted {
        var place = Files.createDirectories(parent).toRealPath();
        var home = place.resolve("postgres-" + checksum());
        if (Files.isDirectory(home)) {
            return home;
        }
        starting.run();
        var partial = Files.createTempDirectory(place, "partial-");
        try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(open()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, partial);
            }
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            FileTree.delete(partial);
        }
        return home;
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path home) throws IOException {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("The archive of PostgreSQL reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        var executable = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private String checksum() throws IOException, PostgresNotStarted {
        var sum = new CRC32();
        try (var bytes = new CheckedInputStream(open(), sum)) {
            var length = bytes.transferTo(OutputStream.nullOutputStream());
            return "%d-%08x".formatted(length, sum.getValue());
        }
    }

    private InputStream open() throws PostgresNotStarted {
        var stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new PostgresNotStarted("This build carries no embedded PostgreSQL (%s); set DATABASE_URL to a server."
                    .formatted(resource));
        }
        return stream;
    }
}
