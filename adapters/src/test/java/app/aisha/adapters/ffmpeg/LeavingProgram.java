package app.aisha.adapters.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends while a program it started is still running, with a child of its own, and prints the numbers of both. */
final class LeavingProgram {

    private LeavingProgram() {}

    public static void main(String[] arguments) throws Exception {
        var sh = Path.of("/bin/sh");
        var shell = new Ffmpeg("", "", sh, sh, Map.of(), List.of(), Path.of(arguments[0]));
        var limits = new RunLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), Long.MAX_VALUE, Optional.empty());
        var run = FfmpegRun.onBytes(
                shell,
                List.of("/bin/sh", "-c", "trap '' PIPE TERM; sleep 4711 & echo $!; echo $$; wait"),
                List.of(),
                limits);
        var lines = 0L;
        while (lines < 2) {
            var block = new String(run.read().orElseThrow(), StandardCharsets.US_ASCII);
            lines += block.lines().count();
            System.out.print(block);
        }
        System.exit(0);
    }
}
