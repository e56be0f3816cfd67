package app.aisha.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One document in the three formats that are read as they stand. */
class PlainTextTest {

    private static final TextDocument DOCUMENT = new TextDocument(
            "Планёрка *",
            Locale.of("ru"),
            List.of(new Fact("Дата", "27 ноября"), new Fact("Участники", "Анна & Ержан")),
            List.of(
                    new Heading(2, "# Начало"),
                    new Speech(
                            Optional.of("Анна"), Duration.ofSeconds(754), Duration.ofMillis(756_040), "Раз.\n2. Два\\"),
                    new Paragraph(Optional.empty(), "- не список\n=== \"не\" [ссылка](x) <b>"),
                    new Paragraph(Optional.of(Duration.ofHours(101)), "Поздно."),
                    new ListItem(Mark.BULLET, Optional.empty(), "[x] пункт"),
                    new ListItem(Mark.TO_DO, Optional.of(Duration.ofSeconds(1)), "сделать"),
                    new ListItem(Mark.DONE, Optional.empty(), "сделано")));

    @Test
    void textForPeople() throws IOException {
        assertThat(rendered(PlainText::render)).isEqualTo("""
            Планёрка *

            Дата: 27 ноября
            Участники: Анна & Ержан

            # Начало

            [00:12:34] Анна: Раз.
            2. Два\\

            - не список
            === "не" [ссылка](x) <b>

            [101:00:00] Поздно.

            • [x] пункт
            ☐ [00:00:01] сделать
            ☑ сделано
            """);
    }

    @Test
    void markdownInWhichTextIsNoMarkup() throws IOException {
        assertThat(rendered(MarkdownText::render)).isEqualTo("""
            # Планёрка \\*

            - **Дата:** 27 ноября
            - **Участники:** Анна \\& Ержан

            ### \\# Начало

            `00:12:34` **Анна:** Раз.\\
            2\\. Два\\\\

            \\- не список\\
            \\=== "не" \\[ссылка\\](x) \\<b\\>

            `101:00:00` Поздно.

            - \\[x\\] пункт
            - [ ] `00:00:01` сделать
            - [x] сделано
            """);
    }

    @Test
    void jsonForPrograms() throws IOException {
        assertThat(rendered(JsonText::render)).isEqualTo("""
            {
              "title": "Планёрка *",
              "language": "ru",
              "facts": [
                {"label": "Дата", "value": "27 ноября"},
                {"label": "Участники", "value": "Анна & Ержан"}
              ],
              "blocks": [
                {"type": "heading", "level": 2, "text": "# Начало"},
                {"type": "speech", "speaker": "Анна", "start": 754.000, "end": 756.040, "text": "Раз.\\n2. Два\\\\"},
                {"type": "paragraph", "text": "- не список\\n=== \\"не\\" [ссылка](x) <b>"},
                {"type": "paragraph", "at": 363600.000, "text": "Поздно."},
                {"type": "item", "mark": "bullet", "text": "[x] пункт"},
                {"type": "item", "mark": "to-do", "at": 1.000, "text": "сделать"},
                {"type": "item", "mark": "done", "text": "сделано"}
              ]
            }
            """);
    }

    @Test
    void anEmptyDocumentIsStillAFile() throws IOException {
        var empty = new TextDocument("", Locale.ROOT, List.of(), List.of());
        var json = new StringBuilder();
        JsonText.render(empty, json);
        assertThat(json).hasToString("""
            {
              "title": "",
              "language": "und",
              "facts": [],
              "blocks": []
            }
            """);
    }

    /** Taking the backslashes away gives the text, and no sign of Markdown stands without one. */
    @Test
    void oddTextsComeBackFromMarkdown() throws IOException {
        for (var seed = 0; seed < 300; seed++) {
            for (var block : SampleDocuments.random(seed).blocks()) {
                var paragraph = new Paragraph(Optional.empty(), block.text());
                var markdown = new StringBuilder();
                MarkdownText.render(new TextDocument("", Locale.ROOT, List.of(), List.of(paragraph)), markdown);
                var lines = markdown.toString().lines().toList();
                assertThat(lines).noneMatch(line -> line.matches("(\\d{1,9}[.)]|[-+=#>]|    ).*"));
                var body = String.join("\n", lines).replace("\\\n", "\n");
                assertThat(body.replaceAll("\\\\(.)", "")).doesNotContainPattern("[\\\\`*_\\[\\]<>&~$|#]");
                assertThat(body.replaceAll("\\\\(.)", "$1")).isEqualTo(paragraph.text());
            }
        }
    }

    private static String rendered(Rendering rendering) throws IOException {
        var text = new StringBuilder();
        rendering.render(DOCUMENT, text);
        return text.toString();
    }

    private interface Rendering {

        void render(TextDocument document, Appendable out) throws IOException;
    }
}
