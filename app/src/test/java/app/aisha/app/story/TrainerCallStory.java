package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.fal.WebhookPlan.Tampering;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** F-W: calls that say they come from the trainer. */
class TrainerCallStory {

    private final Town town = Town.with(Town.Intake.POLLING);

    private int statusOf(String request, Tampering tampering) {
        return town.trainer().resendWebhook(request, tampering).status();
    }

    @Test
    void onlyWhatIsSignedIsKeptAndTwiceIsOnce() {
        town.calm();
        var session = new AvatarSession(town.telegram());
        var dilnara = session.withPhotos("Звонок", 10);
        session.agrees(dilnara, "Звонок");
        dilnara.sees("Аватар Звонок готов!");
        var request = town.database()
                .sql("SELECT fal_request_id FROM avatars WHERE name = 'Звонок'")
                .query(String.class)
                .single();
        var heard = dilnara.heard();

        assertThat(statusOf(request, Tampering.BAD_SIGNATURE)).isEqualTo(401);
        assertThat(statusOf(request, Tampering.STALE_TIMESTAMP)).isEqualTo(401);
        assertThat(statusOf(request, Tampering.UNKNOWN_KEY)).isEqualTo(401);
        assertThat(statusOf(request, Tampering.NONE)).isEqualTo(200);
        assertThat(statusOf(request, Tampering.NONE)).isEqualTo(200);

        assertThat(town.database()
                        .sql("SELECT count(*) FROM trainer_rings WHERE request_id = ?")
                        .param(request)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(dilnara.heard()).isEqualTo(heard);
    }

    @Test
    void whatIsNotSignedIsRefusedWhateverItIs() throws IOException, InterruptedException {
        var before = rings();
        try (var http = HttpClient.newHttpClient()) {
            for (var body : new String[] {"", "{}", "null", "[".repeat(50_000), "x".repeat(100_000)}) {
                assertThat(post(http, body)).isEqualTo(401);
            }
            assertThat(post(http, "x".repeat((2 << 20) + 10))).isEqualTo(413);
        }
        assertThat(rings()).isEqualTo(before);
    }

    private int post(HttpClient http, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(town.address("/fal/%s/1".formatted(UUID.randomUUID())))
                .header("X-Fal-Webhook-Request-Id", "made-up")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private int rings() {
        return town.database()
                .sql("SELECT count(*) FROM trainer_rings WHERE request_id = 'made-up'")
                .query(Integer.class)
                .single();
    }
}
