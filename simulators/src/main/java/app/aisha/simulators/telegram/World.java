package app.aisha.simulators.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * All that Telegram knows. Read and changed under one lock that is only held for moments; with a data folder every
 * change is in the journal before {@link #change} returns.
 */
final class World implements AutoCloseable {

    private static final long COMPACT_ABOVE = 16L << 20;

    final VirtualClock clock;
    final Blobs blobs;
    final StoredFiles files;
    final Chats chats;
    final Updates updates;
    final Callbacks callbacks;
    final Payments payments;
    final Profile bot;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path folder;
    private final boolean temporary;
    private final @Nullable Journal journal;
    private final @Nullable FileChannel ownership;

    private World(InstantSource time, Path folder, boolean temporary) throws IOException {
        this.folder = folder;
        this.temporary = temporary;
        clock = new VirtualClock(time);
        blobs = new Blobs(folder.resolve("files"));
        files = new StoredFiles(clock);
        bot = new Profile();
        chats = new Chats(clock);
        updates = new Updates(clock, lock);
        callbacks = new Callbacks(clock);
        payments = new Payments(clock);
        ownership = temporary ? null : own(folder);
        journal = temporary ? null : Journal.open(folder.resolve("journal.jsonl"));
    }

    static World open(InstantSource time, Optional<Path> data, long compactAbove) throws IOException {
        var folder = data.isPresent() ? Files.createDirectories(data.get()) : Files.createTempDirectory("telegram-");
        var world = new World(time, folder.toRealPath(), data.isEmpty());
        world.recall(compactAbove);
        return world;
    }

    static World open(InstantSource time, Optional<Path> data) throws IOException {
        return open(time, data, COMPACT_ABOVE);
    }

    private static FileChannel own(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new IOException("%s is in use by another simulator".formatted(folder), sameProcess);
        }
        channel.close();
        throw new IOException("%s is in use by another simulator".formatted(folder));
    }

    private void recall(long compactAbove) throws IOException {
        if (journal == null) {
            return;
        }
        journal.replay(change -> {
            recallClock(change);
            files.recall(change);
            bot.recall(change);
            chats.recall(change);
            updates.recall(change);
            callbacks.recall(change);
            payments.recall(change);
        });
        if (journal.size() > compactAbove) {
            journal.compact(state());
        }
    }

    private void recallClock(Change change) {
        if (change.is("clock") && change.value() != null) {
            clock.setAhead(Duration.ofMillis(change.value().asLong(0)));
        }
    }

    private Stream<Change> state() {
        var ahead = new Change(
                "clock", "", JsonNodeFactory.instance.numberNode(clock.ahead().toMillis()));
        return Stream.of(
                        Stream.of(ahead),
                        files.state(),
                        bot.state(),
                        chats.state(),
                        updates.state(),
                        callbacks.state(),
                        payments.state())
                .flatMap(part -> part);
    }

    /** Runs the work alone, journals what it changed, then announces it. */
    <T> T change(Function<Batch, T> work) {
        lock.lock();
        try {
            var batch = new Batch();
            try {
                return work.apply(batch);
            } finally {
                if (journal != null) {
                    journal.append(batch.changes());
                }
                batch.announce();
            }
        } finally {
            lock.unlock();
        }
    }

    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Work that may wait on a condition of the lock. */
    interface Waiting<T> {
        T run() throws InterruptedException;
    }

    <T> T alone(Waiting<T> work) throws InterruptedException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    void advance(Duration duration) {
        change(batch -> {
            var ahead = clock.ahead().plus(duration);
            batch.put("clock", "", JsonNodeFactory.instance.numberNode(ahead.toMillis()));
            batch.afterwards(() -> clock.setAhead(ahead));
            return ahead;
        });
    }

    @Override
    public void close() {
        try {
            if (journal != null) {
                journal.close();
            }
            if (ownership != null) {
                ownership.close();
            }
            if (temporary) {
                deleteFolder();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + folder, e);
        }
    }

    private void deleteFolder() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
