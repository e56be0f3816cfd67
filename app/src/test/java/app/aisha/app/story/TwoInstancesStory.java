package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Two programs on one database, which get the taps of one impatient person at the same moment. */
class TwoInstancesStory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TAPS = 8;
    private static final AtomicLong UPDATES = new AtomicLong(1_900_000_000L);

    private final Town town = Town.with(Town.Intake.WEBHOOK);
    private final List<URI> instances = town.instances().toList();

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void tapsOnAPaidButtonAtTwoInstancesChargeOnce() throws Exception {
        var john = town.person("John", "en");
        town.hears("Said once.");
        var message =
                john.sends("audio", "talk.wav", TalkingTones.lasting(130, 2_612).wav());
        var offer = john.seesInReplyTo(message, "Transcribing it costs 20 credits");
        var data = john.dataOf("✅ Transcribe for 20 credits");

        assertThat(tapAtOnce(john, offer.get("message_id").asInt(), data)).containsOnly(200);

        john.seesInReplyTo(message, "💳 Charged: 20 credits");
        assertThat(john.repliesTo(message)).hasSize(1);
        assertThat(count(
                        john,
                        "SELECT count(*) FROM holds JOIN wallets ON wallets.id = wallet_id JOIN users ON "
                                + "users.id = user_id WHERE chat_id = ?"))
                .isEqualTo(1);
        assertThat(count(john, "SELECT free FROM wallets JOIN users ON users.id = user_id WHERE chat_id = ?"))
                .isEqualTo(80);
    }

    private List<Integer> tapAtOnce(Person person, int message, String data) throws Exception {
        var together = new CyclicBarrier(TAPS);
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taps = IntStream.range(0, TAPS)
                    .<Callable<Integer>>mapToObj(number -> () -> {
                        together.await();
                        return tap(http, instances.get(number % instances.size()), person, message, data);
                    })
                    .toList();
            return threads.invokeAll(taps).stream().map(Future::resultNow).toList();
        }
    }

    private static int tap(HttpClient http, URI instance, Person person, int message, String data) throws Exception {
        var request = HttpRequest.newBuilder(instance.resolve("/telegram/webhook"))
                .header("X-Telegram-Bot-Api-Secret-Token", Town.SECRET)
                .POST(BodyPublishers.ofString(update(person, message, data)))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String update(Person person, int message, String data) {
        var id = UPDATES.incrementAndGet();
        var update = JSON.createObjectNode().put("update_id", id);
        var query = update.putObject("callback_query").put("id", "tap-" + id).put("data", data);
        query.putObject("from")
                .put("id", Long.parseLong(person.id()))
                .put("is_bot", false)
                .put("first_name", "John")
                .put("language_code", "en");
        var shown = query.putObject("message").put("message_id", message).put("date", 1_700_000_000);
        shown.putObject("chat").put("id", Long.parseLong(person.id())).put("type", "private");
        return update.toString();
    }

    private long count(Person person, String question) {
        return town.database()
                .sql(question)
                .param(Long.parseLong(person.id()))
                .query(Long.class)
                .single();
    }
}
