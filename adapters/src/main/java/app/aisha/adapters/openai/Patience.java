package app.aisha.adapters.openai;

import app.aisha.adapters.http.Backoff;
import app.aisha.adapters.http.Delay;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait for an answer and between tries.
 *
 * @param answer for an answer; where a clip is listened to, half its length comes on top
 */
record Patience(Duration answer, Delay delay, RandomGenerator random) {

    static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration FIRST_STEP = Duration.ofMillis(500);
    private static final Duration ALL_STEPS = Duration.ofSeconds(30);
    private static final int TRIES = 6;

    static Patience real() {
        return new Patience(Duration.ofSeconds(60), Delay.real(), RandomGenerator.getDefault());
    }

    /** Models that think first take their time. */
    static Patience realForText() {
        return new Patience(Duration.ofMinutes(5), Delay.real(), RandomGenerator.getDefault());
    }

    Duration answerTo(Duration clip) {
        return answer.plus(clip.dividedBy(2));
    }

    Backoff backoff() {
        return new Backoff(FIRST_STEP, ALL_STEPS, TRIES, random);
    }
}
