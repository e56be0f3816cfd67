package app.aisha.bot.transcript;

import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.Fact;
import app.aisha.core.transcript.ExportTranscript;
import app.aisha.core.transcript.Transcript;
import java.util.Arrays;
import java.util.List;

/** The choice of a format, and the file. */
public final class ExportScreens {

    private static final int IN_A_ROW = 3;

    private final ExportTranscript exportTranscript;
    private final Texts texts;

    public ExportScreens(ExportTranscript exportTranscript, Texts texts) {
        this.exportTranscript = exportTranscript;
        this.texts = texts;
    }

    Screen formats(Transcript.Ready ready) {
        var formats = Arrays.stream(DocumentFormat.values())
                .filter(format -> hasTimes(ready) || !format.isSubtitles())
                .map(format -> new Button(
                        new TranscriptText.Format(format.label()), new TranscriptAction.ExportAs(ready.id(), format)))
                .toArray(Button[]::new);
        return Screen.saying(new TranscriptText.ChooseFormat(Titles.of(ready.heading())))
                .rows(IN_A_ROW, formats)
                .button(new TranscriptText.BackToTranscriptButton(), TranscriptAction.Open.of(ready.id()));
    }

    Turn file(Transcript.Ready ready, DocumentFormat format, User user) {
        return exportTranscript
                .export(ready, head(ready, user), format)
                .map(content -> Turn.aside(Screen.saying(new TranscriptText.WholeText(Titles.of(ready.heading())))
                                .with(new ExportedFile(
                                        Titles.fileName(ready.heading(), user, format.extension()),
                                        format.contentType(),
                                        content)))
                        .toast(new TranscriptText.FileSent()))
                .orElseGet(() -> Turn.silence()
                        .toast(
                                hasTimes(ready)
                                        ? new TranscriptText.NothingToSubtitle()
                                        : new TranscriptText.NoTimesToSubtitle()));
    }

    /** All but what was sent as a text without any. */
    private static boolean hasTimes(Transcript.Ready ready) {
        return !ready.original().length().isZero();
    }

    private ExportTranscript.Head head(Transcript.Ready ready, User user) {
        var language = user.language();
        return new ExportTranscript.Head(
                texts.plain(Titles.of(ready.heading()), language),
                facts(ready, user),
                Voices.of(ready.speakers(), texts, language));
    }

    private List<Fact> facts(Transcript.Ready ready, User user) {
        var date = new Fact(
                texts.plain(new TranscriptText.DateLabel(), user.language()),
                texts.plain(
                        new TranscriptText.DateValue(ready.heading().createdAt().atZone(user.zone())),
                        user.language()));
        var length = new Fact(
                texts.plain(new TranscriptText.LengthLabel(), user.language()),
                texts.plain(new TranscriptText.LengthValue(ready.original().length()), user.language()));
        return hasTimes(ready) ? List.of(date, length) : List.of(date);
    }
}
