package app.aisha.bot.transcript;

import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Transcript;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a transcript is called: as its owner chose, else as its file is named, else by how it was sent. */
public final class Titles {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm", Locale.ROOT);
    private static final int LONGEST = 60;
    private static final int LONGEST_ON_BUTTON = 40;

    private Titles() {}

    public static Text of(Transcript.Heading heading) {
        return of(heading, LONGEST);
    }

    /** For a button, which shows one line on a phone. */
    public static Text onButton(Transcript.Heading heading) {
        return of(heading, LONGEST_ON_BUTTON);
    }

    private static Text of(Transcript.Heading heading, int longest) {
        return heading.title()
                .or(() -> heading.recording().name())
                .<Text>map(name -> new TranscriptText.Title(Shortened.to(longest, name)))
                .orElseGet(() -> bySort(heading));
    }

    /** The name of the text document: title or kind, and the moment it was sent. */
    static String fileName(Transcript.Heading heading, User user) {
        return fileName(heading, user, "txt");
    }

    /** The same for another kind of file. */
    public static String fileName(Transcript.Heading heading, User user, String extension) {
        var safe = heading.title()
                .or(() -> heading.recording().name().map(Titles::withoutExtension))
                .map(name -> name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").strip())
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> user.language() == Language.RU ? "Расшифровка" : "Transcript");
        return "%s %s.%s"
                .formatted(
                        Shortened.to(LONGEST, safe),
                        DAY_AND_TIME.format(heading.createdAt().atZone(user.zone())),
                        extension);
    }

    private static Text bySort(Transcript.Heading heading) {
        return switch (heading.recording().kind()) {
            case VOICE -> new TranscriptText.VoiceTitle();
            case AUDIO -> new TranscriptText.AudioTitle();
            case VIDEO -> new TranscriptText.VideoTitle();
            case VIDEO_NOTE -> new TranscriptText.VideoNoteTitle();
            case DOCUMENT -> new TranscriptText.DocumentTitle();
        };
    }

    private static String withoutExtension(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
