package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inspector in a Java of its own with little memory, which tells a word for every file it is given. */
final class InspectingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    /** As much heap as it takes to be ready and so many megabytes more. */
    static InspectingProcess with(int megabytes, PixelProgram program, Path folder) throws IOException {
        try (var first = new InspectingProcess(512, program, folder)) {
            return new InspectingProcess(
                    (int) Math.ceilDiv(Long.parseLong(first.answer().orElseThrow()), 1 << 20) + megabytes,
                    program,
                    folder);
        }
    }

    private InspectingProcess(int megabytes, PixelProgram program, Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-Xmn4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                InspectingProcess.class.getName(),
                program.program().toString(),
                program.folder().toString(),
                folder.toString()));
        program.environment().forEach((name, value) -> command.add(name + "=" + value));
        this.process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The baseline in bytes, which is the first thing it says. */
    long baseline() throws IOException {
        return Long.parseLong(answer().orElseThrow());
    }

    /** Empty when it died. */
    Optional<String> inspect(Path file) throws IOException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(file + "\n");
        input.flush();
        return answer();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Optional<String> answer() throws IOException {
        return Optional.ofNullable(answers.readLine());
    }

    /** Program, its folder, ours, then its environment. */
    public static void main(String[] arguments) throws Exception {
        var environment = new HashMap<String, String>();
        for (var i = 3; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        var program =
                new PixelProgram(List.of(), Path.of(arguments[0]), Map.copyOf(environment), Path.of(arguments[1]));
        var folder = Path.of(arguments[2]);
        var output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var inspector = new ImageIoPhotoInspector(program, 1);
        System.gc();
        output.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var file = input.readLine(); file != null; file = input.readLine()) {
            var begun = System.nanoTime();
            var word = switch (inspector.inspect(
                    Path.of(file), folder.resolve("copy.jpg"), folder.resolve("thumbnail.jpg"))) {
                case Finding.Seen _ -> "seen";
                case Finding.Unusable(var problem) -> problem.name();
            };
            output.println(word + " " + (System.nanoTime() - begun) / 1000);
        }
    }
}
