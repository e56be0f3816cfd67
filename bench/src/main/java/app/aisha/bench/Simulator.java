package app.aisha.bench;

import app.aisha.simulators.telegram.Standalone;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A Telegram simulator in a process of its own, in memory but for files that go away with it. */
record Simulator(Process process, URI root, TemporaryFolder folder) implements AutoCloseable {

    /** Of more than 200 idle connections Java's server cuts some at the moment they are used again. */
    private static final String MANY_CONNECTIONS = "-Dsun.net.httpserver.maxIdleConnections=10000";

    static Simulator start() throws IOException {
        var folder = TemporaryFolder.make();
        var process = new ProcessBuilder(
                        Java.PROGRAM,
                        MANY_CONNECTIONS,
                        "-Djava.io.tmpdir=" + folder.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standalone.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IOException("The simulator did not start");
        }
        return new Simulator(process, URI.create(line.substring(line.indexOf("http"))), folder);
    }

    /** May be closed twice. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        if (Files.exists(folder.path())) {
            folder.close();
        }
    }
}
