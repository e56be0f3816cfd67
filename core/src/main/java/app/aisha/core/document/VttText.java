package app.aisha.core.document;

import app.aisha.core.document.Block.Speech;
import java.io.IOException;

/** The speeches of a document as WebVTT subtitles, with the speaker as voice. */
final class VttText {

    private final Appendable out;
    private int index;

    private VttText(Appendable out) {
        this.out = out;
    }

    static void render(TextDocument document, Appendable out) throws IOException {
        out.append("WEBVTT\n");
        Cues.of(document, Speech::text, new VttText(out)::add);
    }

    private void add(Cue cue) throws IOException {
        index++;
        out.append('\n').append(Integer.toString(index)).append('\n');
        out.append(TimeCode.withMillis(cue.start(), '.'))
                .append(" --> ")
                .append(TimeCode.withMillis(cue.end(), '.'))
                .append('\n');
        if (cue.speaker().isPresent()) {
            out.append("<v ").append(voice(cue.speaker().get())).append('>');
        }
        for (var line : cue.lines()) {
            out.append(escape(line)).append('\n');
        }
    }

    /** Hyphens at its end would make an arrow of the bracket. */
    private static String voice(String speaker) {
        return escape(speaker.endsWith("-") ? speaker + " " : speaker);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
