package app.aisha.core.document;

import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The speeches of a document as SubRip subtitles. The format has no escapes, and players take HTML tags and braces of
 * other formats for markup; a space takes that away and keeps every sign. A new speaker is named before the text.
 */
final class SrtText {

    private static final Pattern ARROW = Pattern.compile("-->");
    private static final Pattern OPENING = Pattern.compile("(<(?=[\\p{L}/!?])|\\{(?=\\S))");

    private final Appendable out;
    private int index;
    private String speaker = "";

    private SrtText(Appendable out) {
        this.out = out;
    }

    static void render(TextDocument document, Appendable out) throws IOException {
        var srt = new SrtText(out);
        Cues.of(document, srt::wording, srt::add);
    }

    private String wording(Speech speech) {
        var name = speech.speaker().orElse("");
        var isNew = !name.isEmpty() && !name.equals(speaker);
        speaker = name;
        return quiet(isNew ? name + ": " + speech.text() : speech.text());
    }

    private void add(Cue cue) throws IOException {
        if (index > 0) {
            out.append('\n');
        }
        index++;
        out.append(Integer.toString(index)).append('\n');
        out.append(TimeCode.withMillis(cue.start(), ','))
                .append(" --> ")
                .append(TimeCode.withMillis(cue.end(), ','))
                .append('\n');
        for (var line : cue.lines()) {
            out.append(line).append('\n');
        }
    }

    private static String quiet(String text) {
        return OPENING.matcher(ARROW.matcher(text).replaceAll("-- >")).replaceAll("$1 ");
    }
}
