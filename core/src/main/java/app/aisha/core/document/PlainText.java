package app.aisha.core.document;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A document as text for people: an empty line between paragraphs, time codes in brackets. */
final class PlainText implements Paragraphs.Wording {

    private PlainText() {}

    static void render(TextDocument document, Appendable out) throws IOException {
        Paragraphs.render(document, new PlainText(), out);
    }

    @Override
    public String title(String title) {
        return title;
    }

    @Override
    public String fact(Fact fact) {
        return fact.label() + ": " + fact.value();
    }

    @Override
    public String block(Block block) {
        return switch (block) {
            case Heading heading -> heading.text();
            case Paragraph paragraph -> time(paragraph.at()) + paragraph.text();
            case Speech speech ->
                time(Optional.of(speech.start()))
                        + speech.speaker().map(name -> name + ": ").orElse("")
                        + speech.text();
            case ListItem item -> sign(item.mark()) + " " + time(item.at()) + item.text();
        };
    }

    private static String time(Optional<Duration> at) {
        return at.map(moment -> "[" + TimeCode.of(moment) + "] ").orElse("");
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case BULLET -> "•";
            case TO_DO -> "☐";
            case DONE -> "☑";
        };
    }
}
