package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalTicketsTest {

    private final FalTickets tickets = new FalTickets(URI.create("https://queue.fal.run"));

    @ParameterizedTest
    @CsvSource({
        "fal-ai/flux-lora, fal-ai/flux-lora",
        "fal-ai/flux-pro/v1.1-ultra, fal-ai/flux-pro",
        "fal-ai/wan-22-trainer/t2v/a14b, fal-ai/wan-22-trainer",
        "workflows/owner/name/more, workflows/owner/name",
        "comfy/owner/name, comfy/owner/name",
    })
    void laterQuestionsLeaveOutTheSubpath(String endpoint, String app) {
        var ticket = tickets.of(endpoint, "r-1");

        assertThat(ticket.status()).hasToString("https://queue.fal.run/" + app + "/requests/r-1/status");
        assertThat(ticket.result()).hasToString("https://queue.fal.run/" + app + "/requests/r-1");
        assertThat(ticket.cancel()).hasToString("https://queue.fal.run/" + app + "/requests/r-1/cancel");
        assertThat(tickets.endpoint(ticket)).isEqualTo(app);
        assertThat(tickets.submission(endpoint)).hasToString("https://queue.fal.run/" + endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flux", "a/b?c", "a//b", "../a/b", "a/../b", "https://x/y", "a/b c"})
    void whatIsNoEndpointIsRefused(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> tickets.submission(endpoint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a?b"})
    void whatIsNoIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> tickets.of("a/b", id));
    }

    @Test
    void theQueueMayBeBelowAPath() {
        var below = new FalTickets(URI.create("http://127.0.0.1:8080/queue"));

        assertThat(below.of("a/b", "r").status()).hasToString("http://127.0.0.1:8080/queue/a/b/requests/r/status");
        assertThat(below.endpoint(below.of("a/b", "r"))).isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x/y", "queue.fal.run", "https://key@queue.fal.run", "https://queue.fal.run?x=1"})
    void rootsThatCannotWorkAreRefused(String root) {
        var fal = FalSettings.Roots.FAL;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FalSettings.Roots(URI.create(root), fal.rest(), fal.platform(), fal.jwks()))
                .withMessageContaining("FAL_QUEUE_URL");
    }
}
