package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of ffmpeg or ffprobe. Its output is read in blocks, through a short queue, so that a slow reader slows it down
 * and an interrupted reader returns at once. Closing kills whatever still runs and leaves nothing behind. For one thread.
 */
final class FfmpegRun implements AutoCloseable {

    private static final int BLOCK = 1 << 15;
    private static final byte[] END = {};

    private final Process process;
    private final Duration patience;
    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(4);
    private final Thread reader;
    private final Complaints complaints;
    private boolean ended;
    private boolean stalled;

    /** Runs with a file as standard input, where the program finds it as {@code /dev/stdin}, nameless and seekable. */
    static FfmpegRun onFile(Ffmpeg ffmpeg, List<String> command, Path file, Duration patience)
            throws SoundToolUnavailable {
        return new FfmpegRun(start(ffmpeg, command, Redirect.from(file.toFile())), patience);
    }

    /** Runs with these bytes as standard input. */
    static FfmpegRun onBytes(Ffmpeg ffmpeg, List<String> command, List<ByteBuffer> input, Duration patience)
            throws SoundToolUnavailable {
        var run = new FfmpegRun(start(ffmpeg, command, Redirect.PIPE), patience);
        Thread.ofVirtual().name("ffmpeg-input").start(() -> run.feed(input));
        return run;
    }

    private FfmpegRun(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.complaints = new Complaints(process.getErrorStream());
        this.reader = Thread.ofVirtual().name("ffmpeg-output").start(this::readBlocks);
    }

    private static Process start(Ffmpeg ffmpeg, List<String> command, Redirect input) throws SoundToolUnavailable {
        var builder =
                new ProcessBuilder(command).directory(ffmpeg.folder().toFile()).redirectInput(input);
        builder.environment().clear();
        builder.environment().putAll(ffmpeg.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SoundToolUnavailable("Cannot start " + command.getFirst(), e);
        }
    }

    /** The next block; empty at the end, also when nothing came for longer than the patience. */
    Optional<byte[]> read() throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        var block = blocks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        stalled = block == null;
        ended = block == null || block.length == 0;
        return ended ? Optional.empty() : Optional.ofNullable(block);
    }

    /** Everything that is left, or its beginning when it is longer than the limit. */
    byte[] readAll(int limit) throws InterruptedException {
        var all = new ByteArrayOutputStream();
        while (all.size() < limit) {
            var block = read();
            if (block.isEmpty()) {
                break;
            }
            all.writeBytes(block.get());
        }
        return all.toByteArray();
    }

    /** Waits for the end after everything was read. */
    Ending ending() throws InterruptedException {
        if (stalled || !process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            kill();
            return new Ending(-1, "no output for " + patience.toSeconds() + " s");
        }
        return new Ending(process.exitValue(), complaints.text());
    }

    @Override
    public void close() {
        kill();
        reader.interrupt();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private void readBlocks() {
        try {
            copyBlocks();
            blocks.put(END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A broken pipe ends the output; the exit code tells why. */
    private void copyBlocks() throws InterruptedException {
        try (var output = process.getInputStream()) {
            var buffer = new byte[BLOCK];
            for (var length = output.read(buffer); length > 0; length = output.read(buffer)) {
                blocks.put(Arrays.copyOf(buffer, length));
            }
        } catch (IOException broken) {
            complaints.add(broken.toString());
        }
    }

    /** A program that ended early has said why in its exit code. */
    private void feed(List<ByteBuffer> input) {
        try (var channel = Channels.newChannel(process.getOutputStream())) {
            for (var buffer : input) {
                channel.write(buffer.duplicate());
            }
        } catch (IOException broken) {
            complaints.add(broken.toString());
        }
    }

    /**
     * How a run ended.
     *
     * @param exitCode -1 when it was killed for giving no output
     */
    record Ending(int exitCode, String complaint) {}
}
