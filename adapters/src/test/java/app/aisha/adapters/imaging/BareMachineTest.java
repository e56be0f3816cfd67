package app.aisha.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.bot.profile.ChartPainter.Chart;
import app.aisha.bot.profile.ChartPainter.Panel;
import app.aisha.core.account.Language;
import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, whose fontconfig finds no font: what a container has that nobody put fonts into. */
class BareMachineTest {

    @TempDir
    private Path home;

    @Test
    void paintsTheSameWithoutAnyFont() throws IOException, InterruptedException {
        Painting.paint(home);
        assertThat(run(Painting.class, home.resolve("there").toString())).isEqualTo("done");
        assertThat(home.resolve("there/chart.png")).hasSameBinaryContentAs(home.resolve("chart.png"));
    }

    @Test
    void suchAMachineCannotDrawByItself() throws IOException, InterruptedException {
        assertThat(run(Measuring.class, "SansSerif")).contains("Fontconfig head is null");
    }

    private String run(Class<?> program, String argument) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("there"));
        var nothing = Files.writeString(home.resolve("fonts.conf"), "<fontconfig/>");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
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

    static final class Painting {

        public static void main(String... arguments) throws IOException {
            paint(Path.of(arguments[0]));
            System.out.print("done");
        }

        static void paint(Path folder) throws IOException {
            var bars = List.of(new Bar("24.11", 3), new Bar("25.11", 5));
            var chart = new Chart(Language.RU, "Ваши последние дни", List.of(new Panel("Расшифровки", bars)));
            Files.write(folder.resolve("chart.png"), new JFreeChartPainter(folder.resolve("cache")).paint(chart));
        }
    }

    static final class Measuring {

        public static void main(String... arguments) {
            System.out.print(new Font(arguments[0], Font.PLAIN, 12).canDisplay('a'));
        }
    }
}
