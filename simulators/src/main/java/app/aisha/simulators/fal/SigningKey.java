package app.aisha.simulators.fal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 key (RFC 8032) that signs webhooks the way fal documents. Thread-safe. */
final class SigningKey {
    private static final HexFormat HEX = HexFormat.of();

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key whose 32 secret bytes these are. */
    static SigningKey ofSeed(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The {@code x} of its JWK: 32 raw bytes in base64url without padding. */
    String x() {
        // X.509 ends with the raw bytes.
        var der = ((EdECPublicKey) pair.getPublic()).getEncoded();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(der, der.length - 32, der.length));
    }

    /** The signature in lower-case hexadecimal. */
    String sign(String requestId, String userId, String timestamp, byte[] body) {
        try {
            var hash = HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(
                    String.join("\n", requestId, userId, timestamp, hash).getBytes(StandardCharsets.UTF_8));
            return HEX.formatHex(signature.sign());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Hands the generator the bytes that are to become the secret. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
