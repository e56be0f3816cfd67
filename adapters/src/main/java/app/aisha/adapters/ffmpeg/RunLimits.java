package app.aisha.adapters.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one run may use up before it is killed.
 *
 * @param silence how long it may give no output at a stretch
 * @param waiting how long it may be waited for in all; the time in which nobody wants its output does not count
 * @param output bytes
 * @param confinement what the system grants it; empty for all it has
 */
record RunLimits(Duration silence, Duration waiting, long output, Optional<Confinement> confinement) {

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Limits that the system watches over. The program can write no files either, not even a dump of itself.
     *
     * @param cpu time of all its threads
     * @param memory address space in bytes, of which half is used before anything is read
     */
    record Confinement(Duration cpu, long memory) {}

    /**
     * The command that runs this one within the limits, where the machine has a shell to set them; the program then takes
     * the place of the shell. A limit that the system refuses holds up no other.
     */
    List<String> around(List<String> command) {
        if (confinement.isEmpty() || !Files.isExecutable(SHELL)) {
            return command;
        }
        var limits = confinement.get();
        var script = "ulimit -c 0; ulimit -f 0; ulimit -t %d; ulimit -v %d; exec \"$@\""
                .formatted(limits.cpu().toSeconds(), limits.memory() >> 10);
        return Stream.concat(Stream.of(SHELL.toString(), "-c", script, SHELL.toString()), command.stream())
                .toList();
    }
}
