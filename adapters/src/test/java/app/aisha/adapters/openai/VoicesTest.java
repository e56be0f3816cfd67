package app.aisha.adapters.openai;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Assembled;
import app.aisha.core.transcript.Passage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who said what, from the channels of a call or from a model that tells voices apart. */
class VoicesTest {

    private static final long SEED = 2_613;

    @TempDir
    private Path folder;

    private ListeningRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new ListeningRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void eachSideOfACallIsASpeakerOfItsOwn() throws Exception {
        var call = ToneSpeech.conversation(150, SEED);
        room.knows(call.alone(folder.resolve("left.wav"), 0), call.json(0));
        room.knows(call.alone(folder.resolve("right.wav"), 1), call.json(1));
        var file = room.opus(call.stereo(folder.resolve("call.wav")), folder.resolve("call.ogg"));

        var heard = room.hears("gpt-transcribe", call, file);

        assertThat(heard.speakers().names()).hasSize(2);
        assertThat(said(heard, "S1"))
                .isEqualTo(call.sentences().stream()
                        .filter(sentence -> sentence.voice() == 0)
                        .map(ToneSpeech.Said::text)
                        .collect(joining(" ")));
    }

    @Test
    void oneVoiceOnBothSidesOrOneChannelNamesNobody() throws Exception {
        var talk = ToneSpeech.talk(100, SEED);
        var mono = talk.mono(folder.resolve("mono.wav"));
        room.knows(mono, talk.json(-1));

        for (var file : List.of(mono, talk.dualMono(folder.resolve("dual.wav")))) {
            var heard = room.hears("gpt-transcribe", talk, file);

            assertThat(heard.speakers().areKnown()).isFalse();
            assertThat(heard.passages())
                    .isNotEmpty()
                    .allSatisfy(passage -> assertThat(passage.speaker()).isEmpty());
        }
    }

    @Test
    void labelsOfOneRequestHoldForAllOfItAndThoseOfAnotherAreOtherSpeakers() throws Exception {
        var talk = ToneSpeech.conversation(1_500, SEED + 1);
        var file = room.opus(talk.mono(folder.resolve("talk.wav")), folder.resolve("talk.ogg"));
        room.knows(file, talk.json(-1));

        var heard = room.hears("gpt-4o-transcribe-diarize", talk, file);

        assertThat(room.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.path("seconds").asDouble()).isLessThan(1_400));
        assertThat(heard.speakers().names()).hasSize(4);
        assertThat(String.join(" ", heard.passages().stream().map(Passage::text).toList()))
                .isEqualTo(ToneSpeech.text(talk.words()));
    }

    @Test
    void onlyWhereVoicesAreToldApartPiecesAreLong() throws Exception {
        assertThat(room.transcriber("gpt-4o-transcribe-diarize", Duration.ZERO).pieceLength())
                .isEqualTo(Duration.ofSeconds(1_000));
        assertThat(room.transcriber("gpt-transcribe", Duration.ZERO).pieceLength())
                .isEqualTo(Duration.ofSeconds(45));
    }

    private static String said(Assembled heard, String speaker) {
        return heard.passages().stream()
                .filter(passage -> passage.speaker().orElseThrow().equals(speaker))
                .map(Passage::text)
                .collect(joining(" "));
    }
}
