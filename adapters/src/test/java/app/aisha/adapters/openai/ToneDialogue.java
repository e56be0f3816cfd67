package app.aisha.adapters.openai;

import java.util.Random;

/** Two people in conversation, as quick as people are: who answers does so within a second, and now and then too early. */
final class ToneDialogue {

    /** How long a turn without any pause lasts at least: longer than a piece may, so it is cut by force. */
    private static final double BREATHLESS = 65;

    private static final int LONG = 300;

    private final Random random;
    private final ToneSpeech speech;
    private final Manner manner;

    /**
     * How they talk.
     *
     * @param interrupts share of the turns that begin before the one before has ended
     * @param hurries share of the sentences that follow the one before without an audible pause
     * @param hesitates share of the sentences that stop in the middle for 0.5 to 1.5 s
     */
    record Manner(double interrupts, double hurries, double hesitates) {

        static final Manner CLEAR = new Manner(0, 0, 0);
        static final Manner HARD = new Manner(0.15, 0.15, 0.1);
    }

    private ToneDialogue(Manner manner, long seed) {
        this.manner = manner;
        random = new Random(seed);
        speech = ToneSpeech.silent(random);
    }

    /** About so long; in the middle of a long talk one of them goes on for a minute without a breath. */
    static ToneSpeech of(int seconds, Manner manner, long seed) {
        var dialogue = new ToneDialogue(manner, seed);
        dialogue.talk(seconds);
        return dialogue.speech;
    }

    private void talk(int seconds) {
        var breathless = seconds < LONG;
        for (var voice = 0; speech.seconds() < seconds; voice = 1 - voice) {
            if (!breathless && speech.seconds() > seconds / 2.0) {
                breathless = true;
                saysWithoutABreath(voice);
            } else {
                takesATurn(voice);
            }
            speech.waits(random.nextDouble() < manner.interrupts ? -between(0.1, 0.8) : between(0.2, 1));
        }
    }

    private void takesATurn(int voice) {
        var sentences = 1 + random.nextInt(3);
        for (var i = 0; i < sentences; i++) {
            if (i > 0) {
                speech.waits(random.nextDouble() < manner.hurries ? between(0.03, 0.2) : between(0.2, 0.9));
            }
            speech.slows(between(0.8, 1.2));
            says(voice, 2 + random.nextInt(14));
        }
    }

    private void says(int voice, int words) {
        if (words > 4 && random.nextDouble() < manner.hesitates) {
            var last = 1 + random.nextInt(words - 3);
            var silence = between(0.5, 1.5);
            speech.says(voice, words, true, word -> word == last ? silence : 0);
        } else {
            speech.says(voice, words, true);
        }
    }

    private void saysWithoutABreath(int voice) {
        for (var end = speech.seconds() + BREATHLESS; speech.seconds() < end; ) {
            speech.slows(between(0.8, 1.2));
            speech.says(voice, 2 + random.nextInt(14), false);
        }
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
