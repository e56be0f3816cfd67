package app.aisha.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One formatting for every source file of the project; {@code -Dformat=write} applies it. */
class FormattingTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceIsFormatted() throws Exception {
        var odd = new ArrayList<Path>();
        for (var source : sources()) {
            var text = Files.readString(source);
            var formatted = format(text);
            if (!formatted.equals(text)) {
                odd.add(source);
                if (System.getProperty("format", "check").equals("write")) {
                    Files.writeString(source, formatted);
                }
            }
        }
        assertThat(odd)
                .as("mvn test -pl core -Dtest=FormattingTest -Dformat=write formats them")
                .isEmpty();
    }

    private static String format(String text) throws FormatterException {
        return FORMATTER.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
    }

    private static List<Path> sources() throws IOException {
        try (var walk = Files.walk(Path.of("..").toRealPath())) {
            return walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("/src/"))
                    .filter(path -> !path.toString().contains("/generated/"))
                    .toList();
        }
    }
}
