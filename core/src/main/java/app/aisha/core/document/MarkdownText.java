package app.aisha.core.document;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document in CommonMark with task lists. Time codes stand as code, so that nothing takes them for links. */
final class MarkdownText implements Paragraphs.Wording {

    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>&~$|#]");
    private static final Pattern SIGN_AT_START = Pattern.compile("^(\\d{0,9})([-+=.):])");

    private MarkdownText() {}

    static void render(TextDocument document, Appendable out) throws IOException {
        Paragraphs.render(document, new MarkdownText(), out);
    }

    @Override
    public String title(String title) {
        return "# " + escape(title);
    }

    @Override
    public String fact(Fact fact) {
        return "- **%s:** %s".formatted(escape(fact.label()), escape(fact.value()));
    }

    @Override
    public String block(Block block) {
        return switch (block) {
            case Heading heading -> "#".repeat(heading.level() + 1) + " " + escape(heading.text());
            case Paragraph paragraph -> time(paragraph.at()) + escape(paragraph.text());
            case Speech speech ->
                time(Optional.of(speech.start()))
                        + speech.speaker()
                                .map(name -> "**%s:** ".formatted(escape(name)))
                                .orElse("")
                        + escape(speech.text());
            case ListItem item -> sign(item.mark()) + time(item.at()) + escape(item.text());
        };
    }

    private static String time(Optional<Duration> at) {
        return at.map(moment -> "`" + TimeCode.of(moment) + "` ").orElse("");
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case BULLET -> "- ";
            case TO_DO -> "- [ ] ";
            case DONE -> "- [x] ";
        };
    }

    /** Lines end with a backslash, which makes a break of what would be a space. */
    private static String escape(String text) {
        return text.lines().map(MarkdownText::escapeLine).collect(Collectors.joining("\\\n"));
    }

    private static String escapeLine(String line) {
        var quiet = SIGN.matcher(line).replaceAll("\\\\$0");
        return SIGN_AT_START.matcher(quiet).replaceFirst("$1\\\\$2");
    }
}
