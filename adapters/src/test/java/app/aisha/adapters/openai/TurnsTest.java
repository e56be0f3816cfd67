package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.openai.ToneDialogue.Manner;
import app.aisha.core.transcript.Passage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people on two channels are heard one after the other, without times, and their turns put in order. */
class TurnsTest {

    private static final boolean LONG = Boolean.getBoolean("aisha.long");
    private static final long SEED = Long.getLong("aisha.seed", 2_617);
    private static final int MINUTES_10 = 600;
    private static final int SHORT = 90;

    /** Percent of the turns. Moving sentences to a pause near their share of the time gave 1 to 1.7 % in all of these. */
    private static final double MOST_OF_CLEAR = 0.3;

    private static final double MOST_OF_HARD = 1;

    @TempDir
    private Path folder;

    private ListeningRoom room;

    private record Count(int turns, int outOfOrder) {

        double share() {
            return 100.0 * outOfOrder / turns;
        }
    }

    @BeforeEach
    void open() throws Exception {
        room = new ListeningRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void shortTalksOfPeopleWhoLetEachOtherFinishAreInOrder() throws Exception {
        assertThat(counted("short", Manner.CLEAR, SHORT, LONG ? 40 : 14).share())
                .isLessThanOrEqualTo(MOST_OF_CLEAR);
    }

    @Test
    void soAreLongOnesWithSeams() throws Exception {
        assertThat(counted("long", Manner.CLEAR, MINUTES_10, LONG ? 6 : 2).share())
                .isLessThanOrEqualTo(MOST_OF_CLEAR);
    }

    @Test
    void interruptionsHasteAndHesitationMoveFewTurns() throws Exception {
        assertThat(counted("hard", Manner.HARD, MINUTES_10, LONG ? 6 : 2).share())
                .isLessThanOrEqualTo(MOST_OF_HARD);
    }

    /** Opus keeps the channels apart from 64 kbit/s on; at 24 each is heard on the other, 15 dB below. */
    @Test
    void theyAreInOrderAlsoAsTheServiceHearsThem() throws Exception {
        var talk = ToneDialogue.of(MINUTES_10, Manner.CLEAR, SEED);
        room.knows(talk.alone(folder.resolve("left.wav"), 0), talk.json(0));
        room.knows(talk.alone(folder.resolve("right.wav"), 1), talk.json(1));
        var file = room.converted(
                talk.stereo(folder.resolve("talk.wav")), folder.resolve("talk.ogg"), "-c:a", "libopus", "-b:a", "64k");

        var order = TurnOrder.of(talk, room.hears("gpt-transcribe", talk, file).passages());

        System.out.printf("Turns in Opus: %d of %d out of order%n", order.outOfOrder(), order.turns());
        assertThat(order.outOfOrder()).isLessThanOrEqualTo(1);
    }

    private Count counted(String how, Manner manner, int seconds, int talks) throws Exception {
        var turns = 0;
        var outOfOrder = 0;
        for (var i = 0; i < talks; i++) {
            var talk = ToneDialogue.of(seconds, manner, SEED + i);
            var order = TurnOrder.of(talk, heard(talk));
            assertThat(order.turns()).isGreaterThanOrEqualTo(8);
            turns += order.turns();
            outOfOrder += order.outOfOrder();
        }
        var count = new Count(turns, outOfOrder);
        System.out.printf(
                "Turns in %d %s talks: %d of %d out of order, %.2f %%, seed %d%n",
                talks, how, outOfOrder, turns, count.share(), SEED);
        return count;
    }

    private List<Passage> heard(ToneSpeech talk) throws Exception {
        var file = talk.stereo(folder.resolve("talk.wav"));
        return room.hears(new ToneEar(talk), talk, file).passages();
    }
}
