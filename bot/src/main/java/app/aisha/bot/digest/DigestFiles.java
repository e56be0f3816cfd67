package app.aisha.bot.digest;

import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.Titles;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.digest.CalendarText;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestDocument;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.Fact;
import app.aisha.core.transcript.Transcript;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Digests as files. */
public final class DigestFiles {

    private final ExportDocument exportDocument;
    private final Texts texts;
    private final InstantSource clock;

    public DigestFiles(ExportDocument exportDocument, Texts texts, InstantSource clock) {
        this.exportDocument = exportDocument;
        this.texts = texts;
        this.clock = clock;
    }

    Turn document(Digest.Ready digest, Transcript.Ready transcript, DocumentFormat format, User user) {
        var language = user.language();
        var document = DigestDocument.of(
                digest,
                head(digest, transcript, user),
                words(language),
                DigestLines.naming(transcript.speakers(), texts, language));
        return exportDocument
                .export(document, format)
                .map(content -> sent(digest, transcript, user, format.extension(), format.contentType(), content))
                .orElseGet(Turn::silence);
    }

    Turn calendar(Digest.Ready digest, Transcript.Ready transcript, User user) {
        var content = CalendarText.of(
                digest,
                texts.plain(Titles.of(transcript.heading()), user.language()),
                DigestLines.naming(transcript.speakers(), texts, user.language()),
                clock.instant());
        return sent(digest, transcript, user, "ics", CalendarText.CONTENT_TYPE, content);
    }

    private Turn sent(
            Digest.Ready digest,
            Transcript.Ready transcript,
            User user,
            String extension,
            String contentType,
            byte[] content) {
        var name = nameOf(digest, user.language()) + " " + Titles.fileName(transcript.heading(), user, extension);
        return Turn.aside(Screen.saying(new DigestText.File(DigestScreens.title(digest, transcript)))
                        .with(new ExportedFile(name, contentType, content)))
                .toast(new DigestText.FileSent());
    }

    /** Without its picture. */
    private String nameOf(Digest.Ready digest, Language language) {
        return texts.plain(DigestScreens.name(digest.heading().request()), language)
                .replaceAll("[^\\p{L} -]", "")
                .strip();
    }

    private DigestDocument.Head head(Digest.Ready digest, Transcript.Ready transcript, User user) {
        var language = user.language();
        var title =
                "%s: %s".formatted(nameOf(digest, language), texts.plain(Titles.of(transcript.heading()), language));
        var date = new TranscriptText.DateValue(transcript.heading().createdAt().atZone(user.zone()));
        return new DigestDocument.Head(
                title,
                transcript.wording().language().map(Locale::of).orElse(Locale.ROOT),
                List.of(new Fact(texts.plain(new TranscriptText.DateLabel(), language), texts.plain(date, language))));
    }

    private DigestDocument.Words words(Language language) {
        return new DigestDocument.Words(
                new DigestDocument.Words.Protocol(
                        texts.plain(new DigestText.Participants(), language),
                        texts.plain(new DigestText.Agenda(), language),
                        texts.plain(new DigestText.Discussion(), language),
                        texts.plain(new DigestText.Decisions(), language),
                        texts.plain(new DigestText.Tasks(), language)),
                texts.plain(new DigestText.QuestionLabel(), language),
                texts.plain(new DigestText.NoTasks(), language).strip(),
                texts.plain(new DigestText.NotSaid(), language).strip(),
                date -> DigestLines.day(date, language));
    }
}
