package app.aisha.adapters.photos;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of ffmpeg over one WebP, which it gets as standard input. Killed when it takes too long. For one thread. */
final class WebpRun implements AutoCloseable {

    private static final int CPU_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 30;
    private static final long LARGEST_BLOCK = 512L << 20;
    private static final List<String> ARGUMENTS = List.of(
            "-nostdin", "-hide_banner", "-loglevel", "quiet", "-max_alloc", Long.toString(LARGEST_BLOCK),
            "-timelimit", Integer.toString(CPU_SECONDS), "-xerror", "-err_detect", "explode", "-threads", "1",
            "-f", "webp_pipe", "-i", "pipe:0", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1");

    private final Process process;
    private final InputStream output;
    private final AtomicBoolean over = new AtomicBoolean();

    WebpRun(WebpProgram program, Splice file) throws IOException {
        var command = new ArrayList<>(program.prefix());
        command.add(program.program().toString());
        command.addAll(ARGUMENTS);
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(program.environment());
        this.process = builder.start();
        this.output = process.getInputStream();
        Thread.ofVirtual().name("webp-input").start(() -> feed(file));
        Thread.ofVirtual().name("webp-watch").start(this::watch);
    }

    /** Fills the row; false where the output ends. */
    boolean read(byte[] row) throws IOException {
        return output.readNBytes(row, 0, row.length) == row.length;
    }

    /** Whether nothing is left and the program is content. */
    boolean endedWell() throws IOException, InterruptedException {
        return output.read() < 0
                && process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                && process.exitValue() == 0;
    }

    @Override
    public void close() {
        over.set(true);
        process.destroyForcibly();
    }

    private void watch() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException closed) {
            process.destroyForcibly();
        }
    }

    /** A program that ended early says so in its exit code. */
    private void feed(Splice file) {
        try (var input = process.getOutputStream();
                var stream = file.stream()) {
            var buffer = new byte[1 << 16];
            for (var count = stream.read(buffer); count > 0 && !over.get(); count = stream.read(buffer)) {
                input.write(buffer, 0, count);
            }
        } catch (IOException _) {
            over.set(true);
        }
    }
}
