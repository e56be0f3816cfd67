package app.aisha.adapters.ffmpeg;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that run for this process. None of them outlives its orderly end. */
final class RunningPrograms {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(RunningPrograms::destroy), "ffmpeg-end"));
    }

    private RunningPrograms() {}

    static Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        RUNNING.add(process);
        return process;
    }

    /** Kills the program and all it started, and returns when it is gone. */
    static void kill(Process process) {
        destroy(process);
        process.onExit().join();
        RUNNING.remove(process);
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
