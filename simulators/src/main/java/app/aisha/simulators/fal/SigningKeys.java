package app.aisha.simulators.fal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ObjectNode;

/** The published keys, the one that signs last. Thread-safe. */
final class SigningKeys {
    private static final int PUBLISHED = 2;

    private final long seed;
    private final Deque<SigningKey> keys = new ArrayDeque<>();
    private int made;

    SigningKeys(long seed) {
        this.seed = seed;
        while (keys.size() < PUBLISHED) {
            keys.add(next());
        }
    }

    private SigningKey next() {
        return key(Integer.toString(made++));
    }

    private SigningKey key(String name) {
        try {
            var text = "fal-simulator/%d/%s".formatted(seed, name);
            return SigningKey.ofSeed(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    synchronized SigningKey current() {
        return keys.getLast();
    }

    /** A key that was never published. */
    SigningKey stranger() {
        return key("stranger");
    }

    /** A new key signs from now on; the oldest is no longer published. */
    synchronized void rotate() {
        keys.removeFirst();
        keys.addLast(next());
    }

    synchronized ObjectNode jwks() {
        var jwks = Json.object();
        var list = jwks.putArray("keys");
        keys.forEach(
                key -> list.addObject().put("kty", "OKP").put("crv", "Ed25519").put("x", key.x()));
        return jwks;
    }
}
