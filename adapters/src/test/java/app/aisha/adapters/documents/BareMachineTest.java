package app.aisha.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.DocumentWriter;
import app.aisha.core.document.SampleDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight hours of speech, by two threads at once and in a JVM with little memory, another time zone and no font. */
class BareMachineTest {

    /** Some 80 000 words. */
    private static final int SPEECHES = 2_600;

    @TempDir
    private Path home;

    @Test
    void writesTheSameBytesOnEveryMachine() throws IOException, InterruptedException {
        var there = Files.createDirectories(home.resolve("there"));
        assertThat(run(Writing.class, there.toString())).contains("done");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var folder : List.of("one", "two")) {
                Files.createDirectories(home.resolve(folder));
            }
            var all = List.of("one", "two").stream()
                    .map(folder -> CompletableFuture.runAsync(() -> Writing.write(home.resolve(folder)), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        for (var name : List.of("a.docx", "a.pdf")) {
            assertThat(there.resolve(name))
                    .hasSameBinaryContentAs(home.resolve("one").resolve(name));
            assertThat(there.resolve(name))
                    .hasSameBinaryContentAs(home.resolve("two").resolve(name));
        }
    }

    private String run(Class<?> program, String argument) throws IOException, InterruptedException {
        var nothing = Files.writeString(home.resolve("fonts.conf"), "<fontconfig/>");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
                "-Duser.timezone=Asia/Almaty",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                argument);
        builder.environment().put("FONTCONFIG_FILE", nothing.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.waitFor();
        }
    }

    static final class Writing {

        public static void main(String... arguments) {
            write(Path.of(arguments[0]));
            System.out.print("done");
        }

        static void write(Path folder) {
            write(new PoiDocumentWriter(), folder.resolve("a.docx"));
            write(new PdfBoxDocumentWriter(), folder.resolve("a.pdf"));
        }

        private static void write(DocumentWriter writer, Path target) {
            var started = System.nanoTime();
            try {
                writer.write(SampleDocuments.meeting(SPEECHES), target);
            } catch (IOException e) {
                throw new AssertionError("Nothing is wrong with the disk", e);
            }
            System.out.printf("%s took %d ms%n", target.getFileName(), (System.nanoTime() - started) / 1_000_000);
        }
    }
}
