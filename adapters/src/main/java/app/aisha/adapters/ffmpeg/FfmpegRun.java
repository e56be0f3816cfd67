package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of ffmpeg or ffprobe. Its output is read in blocks, through a short queue, so that a slow reader slows it down
 * and an interrupted reader returns at once. Whoever exceeds the limits is killed. Closing kills whatever still runs and
 * leaves nothing behind. For one thread.
 */
final class FfmpegRun implements AutoCloseable {

    private static final int BLOCK = 1 << 15;
    private static final byte[] END = {};

    private final Process process;
    private final RunFolder folder;
    private final RunLimits limits;
    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(4);
    private final Thread reader;
    private final Complaints complaints;
    private boolean ended;
    private Optional<String> excess = Optional.empty();
    private long waited;
    private long received;

    /** Runs with a file as standard input, where the program finds it as {@code /dev/stdin}, nameless and seekable. */
    static FfmpegRun onFile(Ffmpeg ffmpeg, List<String> command, Path file, RunLimits limits)
            throws SoundToolUnavailable {
        return start(ffmpeg, command, Redirect.from(file.toFile()), limits);
    }

    /** Runs with these bytes as standard input. */
    static FfmpegRun onBytes(Ffmpeg ffmpeg, List<String> command, List<ByteBuffer> input, RunLimits limits)
            throws SoundToolUnavailable {
        var run = start(ffmpeg, command, Redirect.PIPE, limits);
        Thread.ofVirtual().name("ffmpeg-input").start(() -> run.feed(input));
        return run;
    }

    private FfmpegRun(Process process, RunFolder folder, RunLimits limits) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.complaints = new Complaints(process.getErrorStream());
        this.reader = Thread.ofVirtual().name("ffmpeg-output").start(this::readBlocks);
    }

    private static FfmpegRun start(Ffmpeg ffmpeg, List<String> command, Redirect input, RunLimits limits)
            throws SoundToolUnavailable {
        if (limits.confinement().isPresent() && !ffmpeg.isThere()) {
            throw new SoundToolUnavailable("Cannot start " + ffmpeg.program() + ", which is gone", null);
        }
        try {
            var folder = RunFolder.in(ffmpeg.folder());
            var builder = new ProcessBuilder(limits.around(command))
                    .directory(folder.path().toFile())
                    .redirectInput(input);
            builder.environment().clear();
            builder.environment().putAll(ffmpeg.environment());
            return new FfmpegRun(startIn(folder, builder), folder, limits);
        } catch (IOException e) {
            throw new SoundToolUnavailable("Cannot start " + command.getFirst(), e);
        }
    }

    private static Process startIn(RunFolder folder, ProcessBuilder builder) throws IOException {
        try {
            return RunningPrograms.start(builder);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** The next block; empty at the end, also when the program was killed for what it used up. */
    Optional<byte[]> read() throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        var patience = Math.min(limits.silence().toNanos(), limits.waiting().toNanos() - waited);
        var begun = System.nanoTime();
        var block = blocks.poll(patience, TimeUnit.NANOSECONDS);
        waited += System.nanoTime() - begun;
        if (block == null) {
            exceeds(patience < limits.silence().toNanos() ? "took too long" : "no output for too long");
        } else {
            received += block.length;
            if (received > limits.output()) {
                exceeds("too much output");
            }
        }
        ended = excess.isPresent() || block == null || block.length == 0;
        return ended ? Optional.empty() : Optional.ofNullable(block);
    }

    private void exceeds(String what) {
        excess = Optional.of(what);
        RunningPrograms.kill(process);
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
        if (excess.isEmpty() && !process.waitFor(limits.silence().toNanos(), TimeUnit.NANOSECONDS)) {
            exceeds("did not end");
        }
        return excess.isPresent()
                ? new Ending(Ending.KILLED, excess.get())
                : new Ending(process.exitValue(), complaints.text());
    }

    @Override
    public void close() {
        RunningPrograms.kill(process);
        reader.interrupt();
        folder.close();
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
     * @param complaint the last of what it wrote to standard error, or what it used too much of; for logs only
     */
    record Ending(int exitCode, String complaint) {

        static final int KILLED = -1;

        private static final int SIGNALLED = 128;

        /** Whether it did not end by itself: it used up too much or crashed, so nobody knows what is missing. */
        boolean wasKilled() {
            return exitCode == KILLED || exitCode > SIGNALLED;
        }
    }
}
