package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A long recording is registered whole; stretches of it must be answered with exactly their words. */
class JoinTest {
    private static final Tones SPEECH = Tones.speech(7, 300);
    private static OpenAiSimulator simulator;
    private static Client client;

    @BeforeAll
    static void register() throws Exception {
        simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(Ffmpeg.program(), Ffmpeg.environment()));
        client = new Client(simulator);
        var answer = client.control(
                "script", Client.form().file("audio", "whole.wav", SPEECH.wav()).field("words", SPEECH.wordsJson()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static List<String> transcribed(String name, byte[] audio) throws Exception {
        var answer = client.transcribe(Client.upload("gpt-transcribe", name, audio));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var text = Client.json(answer).path("text").stringValue();
        return Pattern.compile(" ")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> wordsBetween(double from, double to) {
        return SPEECH.words().stream()
                .filter(word -> word.start() >= from && word.end() <= to)
                .map(Word::text)
                .toList();
    }

    @Test
    void chunksCutInPausesAndReencodedJoinToAllWordsOnce() throws Exception {
        var said = new ArrayList<String>();
        double from = 0;
        while (from < 300) {
            double to = from + 46 > 300 ? 300 : SPEECH.pauseAfter(from + 45);
            said.addAll(
                    transcribed("part.ogg", SPEECH.cut(from, to).padded(0, 0.5).opus()));
            from = to;
        }
        assertThat(said).isEqualTo(wordsBetween(0, 300));
    }

    @Test
    void aStretchPaddedWithSilenceIsFoundWhereItWas() throws Exception {
        double from = SPEECH.pauseAfter(100);
        double to = SPEECH.pauseAfter(108);
        var said = transcribed("part.wav", SPEECH.cut(from, to).padded(1.7, 2.3).wav());
        assertThat(said).isEqualTo(wordsBetween(from, to));
        var call = client.calls().get(client.calls().size() - 1);
        assertThat(call.path("offset").doubleValue()).isBetween(from - 1.72, from - 1.68);
    }

    @Test
    void overlappingStretchesBothContainTheWordsOfTheOverlap() throws Exception {
        double a = SPEECH.pauseAfter(50);
        double b = SPEECH.pauseAfter(60);
        double c = SPEECH.pauseAfter(63);
        double d = SPEECH.pauseAfter(75);
        var first = transcribed("a.ogg", SPEECH.cut(a, c).opus());
        var second = transcribed("b.ogg", SPEECH.cut(b, d).opus());
        assertThat(first).isEqualTo(wordsBetween(a, c));
        assertThat(second).isEqualTo(wordsBetween(b, d));
        assertThat(first.subList(first.size() - wordsBetween(b, c).size(), first.size()))
                .isEqualTo(second.subList(0, wordsBetween(b, c).size()));
    }

    @Test
    void aWordCutInTheMiddleIsAnsweredAsAFragmentOnEitherSide() throws Exception {
        var word = SPEECH.words().stream()
                .filter(w -> w.start() > 30 && w.end() - w.start() > 0.3)
                .findFirst()
                .orElseThrow();
        double middle = (word.start() + word.end()) / 2;
        var before = transcribed("a.wav", SPEECH.cut(middle - 10, middle).wav());
        var after = transcribed("b.wav", SPEECH.cut(middle, middle + 10).wav());
        assertThat(before).last().isEqualTo(word.text().substring(0, 4));
        assertThat(after).first().isEqualTo(word.text().substring(4));
    }

    @Test
    void wordTimesAreRelativeToTheUpload() throws Exception {
        double from = SPEECH.pauseAfter(200);
        var answer = client.transcribe(
                Client.upload("whisper-1", "a.wav", SPEECH.cut(from, from + 20).wav())
                        .field("response_format", "verbose_json")
                        .field("timestamp_granularities[]", "word"));
        var first = Client.json(answer).path("words").get(0);
        var expected = SPEECH.words().stream()
                .filter(w -> w.start() >= from)
                .findFirst()
                .orElseThrow();
        assertThat(first.path("word").stringValue()).isEqualTo(expected.text());
        assertThat(first.path("start").doubleValue())
                .isBetween(expected.start() - from - 0.02, expected.start() - from + 0.02);
        assertThat(first.path("end").doubleValue())
                .isBetween(expected.end() - from - 0.02, expected.end() - from + 0.02);
        assertThat(Client.json(answer).path("segments").isMissingNode()).isTrue();
    }

    @Test
    void silenceBetweenWordsIsAnsweredWithNothing() throws Exception {
        assertThat(transcribed("a.wav", Tones.silence(2).wav())).isEmpty();
    }

    @Test
    void otherSoundIsNotMistakenForTheRecording() throws Exception {
        assertThat(transcribed("a.wav", Tones.speech(8, 3).wav())).contains("simulation:");
        assertThat(transcribed("a.wav", Tones.speech(9, 60).wav())).contains("simulation:");
    }
}
