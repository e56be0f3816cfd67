package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void aReasonIsOneLine() {
        assertThat(Reason.of(" lost\u0000\n\trecording\u2028 ")).contains(new Reason("lost recording"));
    }

    @Test
    void itHasThreeToTwoHundredCharacters() {
        assertThat(Reason.of(" ab ")).isEmpty();
        assertThat(Reason.of("abc")).isPresent();
        assertThat(Reason.of("🎧".repeat(200))).isPresent();
        assertThat(Reason.of("🎧".repeat(201))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new Reason("ab")).hasMessageContaining("2 characters");
    }
}
