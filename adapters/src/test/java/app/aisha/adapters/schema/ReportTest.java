package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.schema.Report.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT = new Report(
            "A <b> & c",
            List.of(
                    new Section("Full", List.of("a", "b"), List.of(List.of("x|y", "<i>\nz"), List.of("", "*")), "none"),
                    new Section("Empty", List.of("a"), List.of(), "none, so far")));

    @Test
    void markdownCannotBeBrokenByWhatIsInIt() {
        assertThat(REPORT.markdown())
                .containsExactly(
                        "# A &lt;b&gt; &amp; c",
                        "",
                        "## Full",
                        "",
                        "| a | b |",
                        "|---|---|",
                        "| x\\|y | &lt;i&gt; z |",
                        "|  | \\* |",
                        "",
                        "## Empty",
                        "",
                        "none, so far");
    }

    @Test
    void neitherCanHtml() {
        assertThat(REPORT.html())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<h1>A &lt;b&gt; &amp; c</h1>",
                        "<tr><td>x|y</td><td>&lt;i&gt; z</td></tr>",
                        "<p>none, so far</p>")
                .endsWith("</body></html>");
    }
}
