package app.aisha.simulators.fal;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Everything that looks random: the same seed gives the same values in the same order. Thread-safe. */
final class Ids {
    private static final List<String> ANIMALS =
            List.of("rabbit", "koala", "zebra", "panda", "tiger", "lion", "elephant", "monkey", "penguin", "kangaroo");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int LENGTH = 21;

    private final SplittableRandom random;

    Ids(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A random UUID (version 4). */
    synchronized String request() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    synchronized String token() {
        var token = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    synchronized String animal() {
        return ANIMALS.get(random.nextInt(ANIMALS.size()));
    }

    /** Up to 2^63-1, hence mostly more than a double holds. */
    synchronized long seed() {
        return random.nextLong() >>> 1;
    }
}
