package app.aisha.simulators.telegram;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Names nobody guesses. */
final class Tokens {

    private Tokens() {}

    /** So many random bytes as letters, digits, {@code -} and {@code _}. */
    static String random(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
