package app.aisha.simulators.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    /** The key is that of RFC 8032, section 7.1, test 1. */
    @Test
    void signsAsTheKnownExample() {
        var key = SigningKey.ofSeed(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        var body = "{\"request_id\":\"%s\",\"gateway_request_id\":\"%s\",\"status\":\"OK\",\"payload\":{\"seed\":1}}"
                .formatted(ID, ID)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(key.x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(key.sign(ID, "user_abc", "1760000000", body))
                .isEqualTo("e162a8932e94e71831437879d9b32d0a432dea4296fb8453b9cfe960eae96a0c"
                        + "d4ea492bb534c39b5852355ca187d16476ef363eeee5ddc597efaadf70ddad03");
    }

    @Test
    void theSigningKeyIsPublishedLastAndRotationDropsTheOldest() {
        var keys = new SigningKeys(7);
        var before = keys.jwks().path("keys");
        keys.rotate();
        var after = keys.jwks().path("keys");

        assertThat(before).hasSize(2);
        assertThat(after).hasSize(2);
        assertThat(after.get(0)).isEqualTo(before.get(1));
        assertThat(after.get(1).path("x").stringValue())
                .isEqualTo(keys.current().x());
        assertThat(after.toString()).doesNotContain(keys.stranger().x());
        assertThat(new SigningKeys(7).jwks().path("keys")).isEqualTo(before);
    }
}
