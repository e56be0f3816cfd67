package app.aisha.simulators.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An append-only file, one JSON array of changes a line. A line is handed to the operating system before {@link
 * #append} returns, so it outlives the process. A torn last line is cut off when the journal is read.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new Journal(file, openForAppending(file));
    }

    private static FileChannel openForAppending(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Hands every change to the reader, oldest first; to be called once, before the first append. */
    void replay(Consumer<Change> reader) throws IOException {
        var whole = 0L;
        try (var in = new LineReader(Files.newInputStream(file))) {
            for (var line = in.next(); line.isPresent(); line = in.next()) {
                var changes = Json.tryRead(line.get());
                if (changes.isEmpty() && in.atEnd()) {
                    break;
                }
                if (changes.isEmpty()) {
                    throw new IOException("%s is damaged at byte %d".formatted(file, whole));
                }
                changes.get().forEach(change -> reader.accept(parsed(change)));
                whole = in.position();
            }
        }
        channel.truncate(whole);
    }

    private static Change parsed(JsonNode change) {
        var value = change.get(2);
        return new Change(
                change.get(0).asString(""), change.get(1).asString(""), value == null || value.isNull() ? null : value);
    }

    void append(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            writeLine(channel, changes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static void writeLine(FileChannel to, List<Change> changes) throws IOException {
        var line = Json.array();
        for (var change : changes) {
            line.add(Json.array().add(change.kind()).add(change.key()).add(change.value()));
        }
        var buffer = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Replaces the whole history by the present state; a crash meanwhile leaves the old history. */
    void compact(Stream<Change> state) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var to = openForAppending(fresh)) {
            for (Iterator<Change> all = state.iterator(); all.hasNext(); ) {
                writeLine(to, List.of(all.next()));
            }
            to.force(true);
        }
        channel.close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel = openForAppending(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
