package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of ffmpeg over one photo, which it gets as standard input. Killed when it takes too long. For one thread. */
final class PixelRun implements AutoCloseable {

    private static final int CPU_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 30;
    private static final long LARGEST_BLOCK = 512L << 20;
    private static final Pigment.Plain PIXEL = new Pigment.Plain(4);
    private static final List<String> BEFORE = List.of(
            "-nostdin",
            "-hide_banner",
            "-loglevel",
            "quiet",
            "-max_alloc",
            Long.toString(LARGEST_BLOCK),
            "-timelimit",
            Integer.toString(CPU_SECONDS),
            "-xerror",
            "-err_detect",
            "explode",
            "-threads",
            "1");
    private static final List<String> AFTER =
            List.of("-i", "pipe:0", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1");

    private final Process process;
    private final InputStream output;
    private final AtomicBoolean over = new AtomicBoolean();

    private PixelRun(PixelProgram program, String format, Splice file) throws IOException {
        var command = new ArrayList<>(program.prefix());
        command.add(program.program().toString());
        command.addAll(BEFORE);
        command.addAll(List.of("-f", format));
        command.addAll(AFTER);
        var builder =
                new ProcessBuilder(command).directory(program.folder().toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(program.environment());
        this.process = builder.start();
        this.output = process.getInputStream();
        Thread.ofVirtual().name("pixel-input").start(() -> feed(file));
        Thread.ofVirtual().name("pixel-watch").start(this::watch);
    }

    /**
     * Reads all pixels.
     *
     * @param format as ffmpeg calls what splits such a file into pictures
     */
    static Canvas paint(PixelProgram program, String format, Splice file, Header header)
            throws IOException, Rejected, InterruptedException {
        var width = header.width();
        var height = header.height();
        var canvas = new Canvas(width, height, header.reduced(width), header.reduced(height));
        var stored = new byte[width * PIXEL.bands()];
        var rgb = new byte[width * Canvas.BANDS];
        try (var run = new PixelRun(program, format, file)) {
            for (var row = 0; row < height; row++) {
                if (!run.read(stored)) {
                    throw new Rejected(PhotoProblem.BROKEN);
                }
                for (var x = 0; x < width; x++) {
                    PIXEL.mix(stored, x * PIXEL.bands(), rgb, x * Canvas.BANDS);
                }
                canvas.add(rgb);
            }
            if (!run.endedWell()) {
                throw new Rejected(PhotoProblem.BROKEN);
            }
        }
        canvas.finish();
        return canvas;
    }

    /** Fills the row; false where the output ends. */
    private boolean read(byte[] row) throws IOException {
        return output.readNBytes(row, 0, row.length) == row.length;
    }

    /** Whether nothing is left and the program is content. */
    private boolean endedWell() throws IOException, InterruptedException {
        return output.read() < 0 && process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
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
