package app.aisha.core.document;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A document for programs: an object with title, language (a BCP 47 tag, "und" where unknown), facts and blocks. Every
 * block has a type and a text; times are seconds from the beginning of the recording.
 */
final class JsonText {

    private JsonText() {}

    static void render(TextDocument document, Appendable out) throws IOException {
        out.append("{\n  \"title\": ").append(quote(document.title()));
        out.append(",\n  \"language\": ").append(quote(document.language().toLanguageTag()));
        out.append(",\n  \"facts\": ");
        list(document.facts(), JsonText::fact, out);
        out.append(",\n  \"blocks\": ");
        list(document.blocks(), JsonText::block, out);
        out.append("\n}\n");
    }

    private static String fact(Fact fact) {
        return object(List.of(text("label", fact.label()), text("value", fact.value())));
    }

    private static String block(Block block) {
        var members = new ArrayList<String>();
        switch (block) {
            case Heading heading -> {
                members.add(text("type", "heading"));
                members.add(member("level", Integer.toString(heading.level())));
            }
            case Paragraph paragraph -> {
                members.add(text("type", "paragraph"));
                paragraph.at().ifPresent(at -> members.add(time("at", at)));
            }
            case Speech speech -> {
                members.add(text("type", "speech"));
                speech.speaker().ifPresent(name -> members.add(text("speaker", name)));
                members.add(time("start", speech.start()));
                members.add(time("end", speech.end()));
            }
            case ListItem item -> {
                members.add(text("type", "item"));
                members.add(text("mark", name(item.mark())));
                item.at().ifPresent(at -> members.add(time("at", at)));
            }
        }
        members.add(text("text", block.text()));
        return object(members);
    }

    private static <T> void list(List<T> elements, Function<T, String> rendering, Appendable out) throws IOException {
        var separator = "[";
        for (var element : elements) {
            out.append(separator).append("\n    ").append(rendering.apply(element));
            separator = ",";
        }
        out.append(elements.isEmpty() ? "[]" : "\n  ]");
    }

    private static String object(List<String> members) {
        return "{" + String.join(", ", members) + "}";
    }

    private static String text(String name, String value) {
        return member(name, quote(value));
    }

    private static String time(String name, Duration at) {
        return member(name, BigDecimal.valueOf(at.toMillis(), 3).toPlainString());
    }

    private static String member(String name, String value) {
        return quote(name) + ": " + value;
    }

    private static String name(Mark mark) {
        return switch (mark) {
            case BULLET -> "bullet";
            case TO_DO -> "to-do";
            case DONE -> "done";
        };
    }

    /** Clean text has no control characters but line feeds. */
    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
