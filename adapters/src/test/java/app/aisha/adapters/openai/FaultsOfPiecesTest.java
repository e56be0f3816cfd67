package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.Assembled;
import app.aisha.core.transcript.ListenToRecording.Outcome;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to single pieces of a recording, its text is complete or says where it is not. */
class FaultsOfPiecesTest {

    private static final ToneSpeech TALK = ToneSpeech.talk(160, 2_617);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static ListeningRoom room;
    private static Path file;

    @BeforeAll
    static void open() throws Exception {
        room = new ListeningRoom();
        file = room.opus(TALK.mono(folder.resolve("talk.wav")), folder.resolve("talk.ogg"));
        room.knows(file, TALK.json(-1));
    }

    @BeforeEach
    void calm() throws Exception {
        room.control("/faults", "DELETE", "");
        room.control("/calls", "DELETE", "");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"too_many_requests\", \"retry_after\": 2",
                "\"too_many_requests\", \"retry_after\": -1",
                "\"server_error\"",
                "\"overloaded\"",
                "\"empty\"",
                "\"html\"",
                "\"reset\"",
                "\"slow\", \"millis\": 1500"
            })
    void whatPassesIsNotSeenInTheText(String kind) throws Exception {
        fault(kind, 3);

        var heard = heard(PATIENT);

        assertThat(textOf(heard)).isEqualTo(ToneSpeech.text(TALK.words()));
        assertThat(heard.wording().lost()).isZero();
    }

    @Test
    void anAnswerThatComesTooLateIsAskedForAgain() throws Exception {
        fault("\"hang\"", 1);

        assertThat(textOf(heard(Duration.ZERO))).isEqualTo(ToneSpeech.text(TALK.words()));
    }

    @Test
    void aPieceRefusedForGoodIsAGapThatIsNotCharged() throws Exception {
        fault("\"too_large\"", 1);

        var heard = heard(PATIENT);

        assertThat(heard.wording().lost()).isEqualTo(1);
        var gap = heard.passages().stream().filter(Passage::isGap).findFirst().orElseThrow();
        assertThat(heard.sounding())
                .isEqualTo(end().minus(gap.place().orElseThrow().length()));
        assertIsPartInOrder(heard);
    }

    @Test
    void aPieceInWhichNothingWasHeardIsNotChargedEither() throws Exception {
        fault("\"empty_text\"", 1);

        var heard = heard(PATIENT);

        assertThat(heard.wording().lost()).isZero();
        assertThat(heard.sounding()).isLessThan(end().minus(Duration.ofSeconds(10)));
        assertIsPartInOrder(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_quota", "model_not_found", "unauthorized", "country"})
    void whatOnlyTheOperatorCanMendLeavesTheRestForLater(String kind) throws Exception {
        var working = room.working(ListeningRoom.length(TALK));
        fault("\"%s\"".formatted(kind), 1);
        var listening = room.listening(room.transcriber("gpt-transcribe", PATIENT));
        assertThatThrownBy(() -> listening.listen(working, file, ListeningRoom.NOTHING_KNOWN))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        why -> assertThat(why.needsOperator()).isTrue());
        var kept = room.piecesOf(working).size();
        room.control("/calls", "DELETE", "");

        var outcome = room.listening(room.transcriber("gpt-transcribe", PATIENT))
                .listen(working, file, ListeningRoom.NOTHING_KNOWN);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Heard.class,
                        heard -> assertThat(textOf(heard.text())).isEqualTo(ToneSpeech.text(TALK.words())));
        assertThat(room.calls()).hasSize(room.piecesOf(working).size() - kept);
    }

    private static void fault(String kind, int times) throws Exception {
        room.control(
                "/faults",
                "POST",
                "{\"kind\": %s, \"path\": \"transcriptions\", \"times\": %d}".formatted(kind, times));
    }

    private static Assembled heard(Duration patience) throws Exception {
        var outcome = room.listening(room.transcriber("gpt-transcribe", patience))
                .listen(room.working(ListeningRoom.length(TALK)), file, ListeningRoom.NOTHING_KNOWN);
        assertThat(outcome).isInstanceOf(Outcome.Heard.class);
        return ((Outcome.Heard) outcome).text();
    }

    /** Of the recording as it was decoded. */
    private static Duration end() throws Exception {
        var working = room.working(ListeningRoom.length(TALK));
        var _ = room.listening(room.transcriber("gpt-transcribe", PATIENT))
                .listen(working, file, ListeningRoom.NOTHING_KNOWN);
        return room.piecesOf(working).getLast().end();
    }

    private static void assertIsPartInOrder(Assembled heard) {
        assertThat(List.of(ToneSpeech.text(TALK.words()).split(" ")))
                .containsSubsequence(List.of(textOf(heard).replace("[…] ", "").split(" ")));
    }

    private static String textOf(Assembled heard) {
        return String.join(" ", heard.passages().stream().map(Passage::text).toList());
    }
}
