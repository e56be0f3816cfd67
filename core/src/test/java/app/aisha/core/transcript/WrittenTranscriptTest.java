package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Vocabulary;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.TextFiles.Reading;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Tariff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text file is its own transcript; what its owner writes down goes along with what is recorded. */
class WrittenTranscriptTest {

    private final UserId dilnara = TranscriptExamples.someone();

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenAFileWithoutSound() {
        studio = new Studio(folder);
        studio.charges(new Tariff(new Credits(10), Duration.ZERO));
        studio.sound.is(new SoundInspector.Inspection.NoSound(RecordingProblem.NOT_A_RECORDING));
        id = studio.accepted(dilnara);
    }

    private static Passage line(int second, Optional<String> speaker, String text) {
        var place = new Stretch(Duration.ofSeconds(second), Duration.ofSeconds(second + 1));
        return new Passage(Optional.of(place), speaker, text);
    }

    private static Passage paragraph(String text) {
        return new Passage(Optional.empty(), Optional.empty(), text);
    }

    @Test
    void itIsReadyAtOnceForNothingAndNobodyListens() throws Exception {
        var paragraphs = List.of(paragraph("One."), paragraph("Two words."));
        studio.texts.are(new Reading.Read(TextFormat.DOCX, paragraphs));

        var ready = (Transcript.Ready) studio.finished(id);

        assertThat(ready.wording()).isEqualTo(new Wording("One.\n\nTwo words.", Optional.empty(), 0));
        assertThat(ready.bill()).isEmpty();
        assertThat(ready.original().isText()).isTrue();
        assertThat(ready.original().length()).isZero();
        assertThat(studio.media.size(ready.original().key())).isPresent();
        assertThat(studio.passages.of(id)).isEqualTo(paragraphs);
        assertThat(studio.transcriber.sent()).isEmpty();
        assertThat(studio.wallets.of(dilnara).free()).isEqualTo(new Credits(100));
        assertThat(studio.told()).containsExactly("InLine", "Fetching", "Over");
    }

    @Test
    void subtitlesKeepTheirTimesAndThoseWhoSpeak() throws Exception {
        var longName = "N".repeat(Speakers.LONGEST_NAME + 1);
        studio.texts.are(new Reading.Read(
                TextFormat.VTT,
                List.of(
                        line(1, Optional.of("Dina"), "Hello."),
                        line(3, Optional.of(longName), "Hi."),
                        line(5, Optional.empty(), "(music)"),
                        line(7, Optional.of("Dina"), "Bye."))));

        var ready = (Transcript.Ready) studio.finished(id);

        assertThat(ready.original().length()).isEqualTo(Duration.ofSeconds(8));
        assertThat(ready.speakers().names())
                .containsExactly(Optional.of("Dina"), Optional.of("N".repeat(Speakers.LONGEST_NAME)));
        assertThat(studio.passages.of(id))
                .containsExactly(
                        line(1, Optional.of("S1"), "Hello."),
                        line(3, Optional.of("S2"), "Hi."),
                        line(5, Optional.empty(), "(music)"),
                        line(7, Optional.of("S1"), "Bye."));
    }

    @Test
    void aLongTextComesAsAFileToo() throws Exception {
        studio.texts.are(new Reading.Read(
                TextFormat.TXT, List.of(paragraph("word ".repeat(2000).strip()))));

        studio.finished(id);

        assertThat(studio.told()).containsExactly("InLine", "Fetching", "Over", "WholeText");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsReasonAndNotStored() throws Exception {
        studio.texts.are(new Reading.Unreadable(RecordingProblem.DOCUMENT_LOCKED));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.DOCUMENT_LOCKED);
        assertThat(studio.media.under(new MediaKey("users"))).isEmpty();
    }

    @Test
    void cancelledWhileFetchedItStaysCancelled() throws Exception {
        studio.texts.are(new Reading.Read(TextFormat.TXT, List.of(paragraph("One."))));
        studio.telegram.answer(target -> {
            studio.cancelTranscript.cancel(id, dilnara);
            return ScriptedFiles.handOut(target);
        });

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Cancelled.class);
        assertThat(studio.passages.of(id)).isEmpty();
    }

    @Test
    void nobodyListensToItAgain() throws Exception {
        studio.texts.are(new Reading.Read(TextFormat.TXT, List.of(paragraph("One."))));
        studio.finished(id);

        assertThat(studio.listenAgain.listen(id, dilnara, "en", "One")).isEqualTo(new ListenAgain.Outcome.Unknown());
    }

    @Test
    void theVocabularyOfItsOwnerGoesAlongWithARecording() throws Exception {
        var anna = studio.users.welcome(new ChatId(5), "Anna", Optional.empty(), Language.EN);
        studio.users.prefer(anna.id(), Preferences.DEFAULT.withVocabulary(new Vocabulary(List.of("Kafka", "Диля"))));
        studio.charges(new Tariff(new Credits(10), Duration.ofHours(1)));
        studio.sound.is(new SoundInspector.Inspection.Sound("ogg", Duration.ofSeconds(30), 1));

        studio.finished(studio.accepted(anna.id()));

        assertThat(studio.transcriber.vocabulariesTold()).containsExactly(List.of("Kafka", "Диля"));
    }
}
