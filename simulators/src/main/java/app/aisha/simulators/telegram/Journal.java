package app.aisha.simulators.telegram;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private FileOutputStream out;

    private Journal(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new Journal(file, openForAppending(file));
    }

    /** Not a channel: that would be closed by the interruption of any thread that writes. */
    private static FileOutputStream openForAppending(Path file) throws IOException {
        return new FileOutputStream(file.toFile(), true);
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
        out.getChannel().truncate(whole);
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
            writeLine(out, changes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static void writeLine(FileOutputStream to, List<Change> changes) throws IOException {
        var line = Json.array();
        for (var change : changes) {
            line.add(Json.array().add(change.kind()).add(change.key()).add(change.value()));
        }
        to.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** Replaces the whole history by the present state; a crash meanwhile leaves the old history. */
    void compact(Stream<Change> state) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var to = openForAppending(fresh)) {
            for (Iterator<Change> all = state.iterator(); all.hasNext(); ) {
                writeLine(to, List.of(all.next()));
            }
            to.getFD().sync();
        }
        out.close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        out = openForAppending(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
