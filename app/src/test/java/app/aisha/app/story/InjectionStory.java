package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said in a recording is never followed: not by the program, and to the model it is told as data. */
class InjectionStory {

    /** All that talking to people takes; nothing that follows a link or moves money. */
    private static final Set<String> HARMLESS = Set.of(
            "sendMessage",
            "editMessageText",
            "answerCallbackQuery",
            "getFile",
            "getUpdates",
            "sendChatAction",
            "getMe");

    private final Town town = Town.with(Town.Intake.POLLING);

    private final AtomicInteger visits = new AtomicInteger();
    private HttpServer bait;

    private record Told(Person person, String said) {}

    @BeforeEach
    void calm() {
        town.calm();
        town.speech().delete("/calls");
    }

    @BeforeEach
    void layTheBait() throws IOException {
        bait = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bait.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        bait.start();
    }

    @AfterEach
    void takeTheBaitAway() {
        bait.stop(0);
    }

    /** Its links lead to a server of ours. */
    private List<String> corpus() throws IOException {
        try (var stream = InjectionStory.class.getResourceAsStream("/injection/transcripts.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "https://evil.example",
                            "http://127.0.0.1:" + bait.getAddress().getPort())
                    .lines()
                    .toList();
        }
    }

    @Test
    void fiftyRecordingsThatGiveOrdersAreOnlyTexts() throws Exception {
        var corpus = corpus();
        assertThat(corpus).hasSize(50);
        var told = new ArrayList<Told>();
        for (var said : corpus) {
            var language = said.matches(".*[а-яё].*") ? "ru" : "en";
            var person = town.person("Person " + told.size(), language);
            town.speech()
                    .post(
                            "/text",
                            new JsonMapper()
                                    .createObjectNode()
                                    .put("text", said)
                                    .toString());
            var card = person.seesInReplyTo(person.sendsVoice("note-en.ogg"), mark(said));
            assertThat(letters(Person.textOf(card))).contains(letters(said));
            assertOnlyOurMarkup(card);
            told.add(new Told(person, said));
        }
        var before = bookings();

        told.forEach(each -> each.person().taps(each.person().labelWith("📌")));

        for (var each : told) {
            var summary =
                    each.person().sees(each.said().contains("Метка") ? "Составила модель" : "Written by the model");
            assertThat(points(summary))
                    .isNotEmpty()
                    .allSatisfy(point -> assertThat(letters(each.said())).contains(letters(point)));
            assertOnlyOurMarkup(summary);
            assertThat(each.person().fromTheBot()).noneMatch(message -> message.has("invoice"));
        }
        assertThat(bookings()).isEqualTo(before);
        told.forEach(this::assertToldAsData);
        told.forEach(this::assertNothingElseWasDone);
        assertThat(corpus.stream().filter(said -> said.contains("http://127.0.0.1:")))
                .as("links to follow")
                .hasSizeGreaterThan(3);
        assertThat(visits).hasValue(0);
    }

    private static String mark(String said) {
        return said.replaceFirst(".*(Mark|Метка) (\\d\\d)\\.", "$1 $2.");
    }

    /** Without what the simulator and the bot put around them. */
    private static List<String> points(JsonNode summary) {
        return Person.textOf(summary)
                .lines()
                .filter(line -> line.startsWith("• "))
                .map(line -> line.replaceAll("^• (\\((simulation|симуляция)\\) )?|( \\[\\d+:\\d\\d])?$", ""))
                .toList();
    }

    /** What the pipeline changes are spaces and what nobody sees. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** No link and no mention but those that Telegram itself makes of plain text. */
    private static void assertOnlyOurMarkup(JsonNode message) {
        message.path("entities")
                .forEach(entity -> assertThat(entity.path("type").asString())
                        .isIn(
                                "bold",
                                "italic",
                                "blockquote",
                                "expandable_blockquote",
                                "url",
                                "bot_command",
                                "email",
                                "mention"));
    }

    private void assertToldAsData(Told each) {
        var requests = town.speech()
                .get("/calls")
                .valueStream()
                .filter(call -> call.path("path").asString().contains("chat"))
                .filter(call -> call.toString().contains(mark(each.said())))
                .toList();
        assertThat(requests).hasSize(1);
        var messages = requests.getFirst().path("fields").path("messages");
        assertThat(messages.path(0).path("content").asString("")).doesNotContain(mark(each.said()));
        assertThat(messages.path(1).path("content").asString("")).contains(mark(each.said()));
        assertThat(messages.size()).isEqualTo(2);
        assertThat(requests.getFirst().path("fields").has("tools")).isFalse();
    }

    private void assertNothingElseWasDone(Told each) {
        town.telegram().get("/calls?chat_id=" + each.person().id()).forEach(call -> {
            var method = call.path("method").asString();
            assertThat(method).isIn(HARMLESS);
            if (method.equals("sendMessage") || method.equals("editMessageText")) {
                assertThat(call.path("parameters").path("link_preview_options").toString())
                        .contains("is_disabled", "true");
            }
        });
        assertThat(town.database()
                        .sql("SELECT status::text FROM user_transcripts JOIN users u ON u.id = user_id WHERE"
                                + " chat_id = ?")
                        .param(Long.parseLong(each.person().id()))
                        .query(String.class)
                        .list())
                .containsExactly("ready");
    }

    private long bookings() {
        return town.database()
                .sql("SELECT count(*) FROM ledger_transactions")
                .query(Long.class)
                .single();
    }
}
