package app.aisha.core.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs stored pictures and photos into a ZIP without folders and without compression, because they are compressed already. They
 * go from the store to the archive by way of the disk, one at a time, so that any number of them needs little memory.
 */
public final class FlatArchive {

    private FlatArchive() {}

    /**
     * One file of an archive.
     *
     * @param name in the archive; no two have the same
     */
    public record Entry(MediaKey key, String name) {}

    /**
     * Writes the archive; its folder is used for one file at a time meanwhile.
     *
     * @return how many of the entries the store holds; the others are left out
     */
    public static int pack(List<Entry> entries, MediaStore media, Path archive) throws MediaUnavailable {
        var file = archive.resolveSibling("packing");
        var packed = 0;
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var entry : entries) {
                if (media.fetch(entry.key(), file)) {
                    zip.putNextEntry(stored(entry.name(), file));
                    Files.copy(file, zip);
                    zip.closeEntry();
                    packed++;
                }
            }
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException("No archive of stored files", e);
        }
    }

    private static ZipEntry stored(String name, Path file) throws IOException {
        var sum = new CRC32();
        try (var in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        var entry = new ZipEntry(name);
        entry.setSize(Files.size(file));
        entry.setCrc(sum.getValue());
        return entry;
    }
}
