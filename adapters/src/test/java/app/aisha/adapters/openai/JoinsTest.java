package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long recording is cut, heard piece by piece by a model that tells no times, and put together again. */
class JoinsTest {

    private static final int SECONDS = Boolean.getBoolean("aisha.long") ? 3 * 3_600 : 1_800;
    private static final long SEED = Long.getLong("aisha.seed", 2_611);

    /** The promise for synthetic speech. */
    private static final double MEAN_ERROR = 0.4;

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
    void cutAtPausesNoWordIsLostOrDoubledAndSentencesStartWhereTheySay() throws Exception {
        var speech = ToneSpeech.talk(SECONDS, SEED);

        var passages = heard(speech);

        print("at pauses", speech);
        assertSameWords(speech, passages);
        var errors = errors(speech, passages);
        System.out.printf(
                "Sentence starts: %d sentences, mean error %.2f s, p90 %.2f s, worst %.2f s%n",
                errors.length, mean(errors), errors[errors.length * 9 / 10], errors[errors.length - 1]);
        assertThat(mean(errors)).isLessThanOrEqualTo(MEAN_ERROR);
    }

    @Test
    void cutByForceNoWordIsLostOrDoubled() throws Exception {
        var speech = ToneSpeech.breathless(SECONDS, SEED);

        var passages = heard(speech);

        print("by force", speech);
        var wrong = wrongWords(words(ToneSpeech.text(speech.words())), words(textOf(passages)));
        System.out.printf("Joins by force: %d words lost, doubled or wrong%n", wrong);
        assertThat(wrong).isZero();
    }

    private List<Passage> heard(ToneSpeech speech) throws Exception {
        var file = room.opus(speech.mono(folder.resolve("talk.wav")), folder.resolve("talk.ogg"));
        room.knows(file, speech.json(-1));
        return room.hears("gpt-transcribe", speech, file).passages();
    }

    private void print(String how, ToneSpeech speech) throws Exception {
        System.out.printf(
                "Joins %s: %.0f s, %d words, %d pieces heard, seed %d%n",
                how, speech.seconds(), speech.words().size(), room.calls().size(), SEED);
    }

    /** A list of thousands of words would hide where they differ. */
    private static void assertSameWords(ToneSpeech speech, List<Passage> passages) {
        var said = words(ToneSpeech.text(speech.words()));
        var heard = words(textOf(passages));
        var same = IntStream.range(0, Math.min(said.size(), heard.size()))
                .filter(i -> !said.get(i).equals(heard.get(i)))
                .findFirst()
                .orElse(Math.min(said.size(), heard.size()));
        assertThat(around(heard, same)).as("from word %d on", same).isEqualTo(around(said, same));
    }

    /** The words of either that are not part of their longest common sequence. */
    private static int wrongWords(List<String> said, List<String> heard) {
        var common = new int[heard.size() + 1];
        for (var word : said) {
            var diagonal = 0;
            for (var i = 1; i <= heard.size(); i++) {
                var above = common[i];
                common[i] = word.equals(heard.get(i - 1)) ? diagonal + 1 : Math.max(above, common[i - 1]);
                diagonal = above;
            }
        }
        return said.size() + heard.size() - 2 * common[heard.size()];
    }

    private static List<String> around(List<String> words, int place) {
        return words.subList(Math.max(0, place - 6), Math.min(words.size(), place + 12));
    }

    private static String textOf(List<Passage> passages) {
        return String.join(" ", passages.stream().map(Passage::text).toList());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replaceAll("[.,]", ""))
                .toList();
    }

    /** How far the passage that holds the first word of a sentence begins from that word, ascending. */
    private static double[] errors(ToneSpeech speech, List<Passage> passages) {
        var starts = passages.stream()
                .flatMapToDouble(passage -> DoubleStream.iterate(start(passage), start -> start)
                        .limit(passage.text().split(" ").length))
                .toArray();
        var errors = DoubleStream.builder();
        var word = 0;
        for (var sentence : speech.sentences()) {
            errors.add(Math.abs(starts[word] - sentence.start()));
            word += sentence.text().split(" ").length;
        }
        return errors.build().sorted().toArray();
    }

    private static double start(Passage passage) {
        return passage.place().map(Stretch::start).orElseThrow().toMillis() / 1000.0;
    }

    private static double mean(double[] errors) {
        return Arrays.stream(errors).average().orElseThrow();
    }
}
