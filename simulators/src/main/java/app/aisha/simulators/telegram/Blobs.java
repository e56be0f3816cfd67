package app.aisha.simulators.telegram;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Bytes kept once each under the SHA-256 of their content. Safe for use by many threads. */
final class Blobs {

    private final Path folder;

    Blobs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Streams to disk; whatever exceeds the limit is read to its end, dropped and refused. */
    Blob store(InputStream in, long limit) throws IOException {
        var draft = folder.resolve(UUID.randomUUID() + ".part");
        try {
            var digest = sha256();
            long size;
            try (var out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
                size = in.transferTo(new Limited(out, limit));
            }
            if (size > limit) {
                throw Refusal.tooLarge();
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            Files.move(draft, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Blob(hash, size);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    Path path(String hash) {
        return folder.resolve(hash);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Drops what comes after the limit. */
    private static final class Limited extends FilterOutputStream {

        private long left;

        Limited(OutputStream out, long limit) {
            super(out);
            left = limit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, (int) Math.min(left, length));
            left = Math.max(0, left - length);
        }
    }
}
