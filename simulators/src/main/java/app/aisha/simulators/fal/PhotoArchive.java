package app.aisha.simulators.fal;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip of photos and captions as trainers want it: flat, decodable, nothing else in it. */
final class PhotoArchive {
    private static final int LARGEST_ENTRY = 64 << 20;

    private final String field;
    private final Map<String, byte[]> photos = new TreeMap<>();
    private final Map<String, String> captions = new TreeMap<>();
    private final List<BufferedImage> decoded = new ArrayList<>();

    private PhotoArchive(String field) {
        this.field = field;
    }

    /**
     * Opens an archive.
     *
     * @param field the field of the input that problems point to
     * @throws ModelFailure when it is no zip or breaks a rule
     */
    static PhotoArchive open(String field, byte[] zip) throws ModelFailure {
        var archive = new PhotoArchive(field);
        try {
            var copy = Files.createTempFile("fal-simulator", ".zip");
            try {
                Files.write(copy, zip);
                archive.read(copy.toFile());
            } finally {
                Files.delete(copy);
            }
        } catch (IOException broken) {
            throw archive.failure("Could not open the archive as a zip file.", "file_download_error");
        }
        archive.decode();
        archive.matchCaptions();
        return archive;
    }

    private void read(File file) throws IOException, ModelFailure {
        try (var zip = new ZipFile(file, StandardCharsets.UTF_8)) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                take(entry, zip);
            }
        } catch (IllegalArgumentException namesNotUtf8) {
            throw new IOException(namesNotUtf8);
        }
    }

    private void take(ZipEntry entry, ZipFile zip) throws IOException, ModelFailure {
        var name = entry.getName();
        if (entry.isDirectory() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw failure("The archive must be flat, found: " + name, "value_error");
        }
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LARGEST_ENTRY + 1);
        }
        if (bytes.length > LARGEST_ENTRY) {
            throw failure("File too large: " + name, "file_too_large");
        }
        switch (suffix(name)) {
            case "jpg", "jpeg", "png", "webp" -> photos.put(name, bytes);
            case "txt" -> captions.put(stem(name), new String(bytes, StandardCharsets.UTF_8));
            default -> throw failure("Unsupported file in the archive: " + name, "unsupported_image_format");
        }
    }

    private void decode() throws ModelFailure {
        for (var photo : photos.entrySet()) {
            var isWebp = suffix(photo.getKey()).equals("webp");
            try {
                if (!isWebp) {
                    decoded.add(Pictures.read(photo.getValue()));
                }
            } catch (IOException unreadable) {
                throw unreadable(photo.getKey());
            }
            if (isWebp && !looksLikeWebp(photo.getValue())) {
                throw unreadable(photo.getKey());
            }
        }
    }

    private ModelFailure unreadable(String name) {
        return failure("Could not load image: " + name, "image_load_error");
    }

    private void matchCaptions() throws ModelFailure {
        for (var caption : captions.keySet()) {
            if (photos.keySet().stream().noneMatch(photo -> stem(photo).equals(caption))) {
                throw failure("Caption without an image: %s.txt".formatted(caption), "value_error");
            }
        }
    }

    private ModelFailure failure(String message, String type) {
        return new ModelFailure(Problem.of(field, message, type));
    }

    void requirePhotos(int least) throws ModelFailure {
        if (photos.isEmpty()) {
            throw failure("The archive holds no images.", "file_download_error");
        }
        if (photos.size() < least) {
            throw new ModelFailure(new Problem(
                    List.of("body", field),
                    "At least %d images are needed, found %d".formatted(least, photos.size()),
                    "sequence_too_short",
                    Json.object().put("min_length", least)));
        }
    }

    int count() {
        return photos.size();
    }

    boolean isWhollyCaptioned() {
        return photos.keySet().stream().allMatch(photo -> captions.containsKey(stem(photo)));
    }

    /** JPEGs and PNGs; a WebP counts as a photo and is not shown. */
    List<BufferedImage> images() {
        return List.copyOf(decoded);
    }

    /** SHA-256 in hexadecimal over all photos in the order of their names. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            photos.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new UncheckedIOException(new IOException(everyJavaHasIt));
        }
    }

    private static boolean looksLikeWebp(byte[] bytes) {
        return bytes.length > 12
                && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
