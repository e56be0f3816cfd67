package app.aisha.core.privacy;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into ZIPs of a limited size, as many as it takes. A file that is larger than the limit is left out and named in
 * a list. No two entries of all the ZIPs have the same name. Not thread-safe.
 */
final class SplitArchive implements AutoCloseable {

    static final String LEFT_OUT = "left-out.txt";

    /** What an entry takes besides its bytes and its name, and the end of the archive. */
    private static final int OVERHEAD = 1 << 8;

    private static final int ROOM_FOR_LIST = 1 << 10;

    private final Path folder;
    private final long limit;
    private final int mostParts;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Path> parts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Part open;

    /**
     * Writes parts into the folder.
     *
     * @param limit most bytes of a part
     * @param mostParts what does not go into so many is left out
     */
    SplitArchive(Path folder, long limit, int mostParts) {
        this.folder = folder;
        this.limit = limit;
        this.mostParts = mostParts;
    }

    /** One ZIP, and how many bytes of it there are. */
    private static final class Part extends FilterOutputStream {

        private final ZipOutputStream zip;
        private long bytes;

        /** What its directory will take at its end. */
        private long promised;

        Part(Path file) throws IOException {
            super(new BufferedOutputStream(Files.newOutputStream(file)));
            zip = new ZipOutputStream(this, StandardCharsets.UTF_8);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] source, int from, int length) throws IOException {
            out.write(source, from, length);
            bytes += length;
        }
    }

    /** Adds a file, under another name where this one is taken. */
    void add(String name, Path file) {
        try {
            write(name, Files.size(file), out -> Files.copy(file, out));
        } catch (IOException e) {
            throw new UncheckedIOException("No archive", e);
        }
    }

    /** Adds a text, under another name where this one is taken. */
    void add(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            write(name, bytes.length, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("No archive", e);
        }
    }

    private void write(String name, long bytes, Content content) throws IOException {
        var needed = bytes + bytes / 1_000 + OVERHEAD + name.length() * 8L;
        var part = roomFor(needed);
        if (part.isEmpty()) {
            leftOut.add("%s\t%s MB".formatted(name, BigDecimal.valueOf(bytes / 100_000, 1)));
            return;
        }
        var zip = part.get().zip;
        zip.putNextEntry(new ZipEntry(free(name)));
        content.writeTo(zip);
        zip.closeEntry();
        part.get().promised += OVERHEAD + name.length() * 4L;
    }

    @FunctionalInterface
    private interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Empty where no part has room for this much. */
    private Optional<Part> roomFor(long bytes) throws IOException {
        if (bytes > limit || (parts.size() == mostParts && !hasRoomFor(bytes))) {
            return Optional.empty();
        }
        if (!hasRoomFor(bytes)) {
            close();
            var file = folder.resolve("part-" + (parts.size() + 1) + ".zip");
            parts.add(file);
            names.clear();
            taken.clear();
            open = new Part(file);
        }
        return Optional.ofNullable(open);
    }

    private boolean hasRoomFor(long bytes) {
        return open != null && open.bytes + open.promised + bytes <= limit - ROOM_FOR_LIST;
    }

    /** Names of an archive that is unpacked anywhere are told from each other whatever their case. */
    private String free(String name) {
        var dot = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length();
        var candidate = name;
        while (!names.add(candidate.toLowerCase(Locale.ROOT))) {
            var number = taken.merge(name.toLowerCase(Locale.ROOT), 2, (before, _) -> before + 1);
            candidate = "%s (%d)%s".formatted(name.substring(0, dot), number, name.substring(dot));
        }
        return candidate;
    }

    /** How many files are too large so far. */
    int leftOut() {
        return leftOut.size();
    }

    /** Ends the last part, with the list of what was left out. */
    List<Path> finish() {
        try {
            if (!leftOut.isEmpty()) {
                var zip = (open == null ? roomFor(0).orElseThrow() : open).zip;
                zip.putNextEntry(new ZipEntry(free(LEFT_OUT)));
                zip.write((String.join("\n", leftOut) + "\n").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No archive", e);
        }
        close();
        return List.copyOf(parts);
    }

    @Override
    public void close() {
        try {
            var ending = Optional.ofNullable(open);
            open = null;
            if (ending.isPresent()) {
                ending.get().zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No archive", e);
        }
    }
}
