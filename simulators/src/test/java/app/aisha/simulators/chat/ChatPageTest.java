package app.aisha.simulators.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.openai.Ffmpeg;
import app.aisha.simulators.openai.Tones;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatPageTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|from)[= ]['\"](?:\\.)?(/[a-z.-]+)['\"]");
    private static TelegramSimulator simulator;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        simulator =
                TelegramSimulator.start(TelegramSimulator.Settings.inMemory().withPage(new ChatPage()));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        simulator.close();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.root() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The page and all it refers to, by path. */
    private static Map<String, String> allFiles() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        var waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (files.containsKey(path)) {
                continue;
            }
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            files.put(path, answer.body());
            REFERENCE.matcher(answer.body()).results().forEach(found -> waiting.add(found.group(1)));
        }
        return files;
    }

    private static long newUser() throws Exception {
        return json(send(to("/control/users")
                        .POST(BodyPublishers.ofString("{\"first_name\":\"Ann\",\"language_code\":\"en\"}"))))
                .path("id")
                .longValue();
    }

    @ParameterizedTest
    @CsvSource({
        "/,text/html; charset=utf-8",
        "/index.html,text/html; charset=utf-8",
        "/chat.css,text/css; charset=utf-8",
        "/chat.js,text/javascript; charset=utf-8",
        "/icon.svg,image/svg+xml"
    })
    void filesAreServedWithTheirTypeUnderAStrictPolicy(String path, String type) throws Exception {
        var answer = get(path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void theUserInTheAddressDoesNotMatterToTheServer() throws Exception {
        assertThat(get("/?user=5").body()).isEqualTo(get("/").body());
        var head = send(to("/").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/../chat/index.html",
                "/%2e%2e/chat/index.html",
                "/..%2fchat%2findex.html",
                "/chat/index.html",
                "/app/aisha/simulators/chat/ChatPage.class",
                "/Chat.css",
                "/chat.css/",
                "/page"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        var answer = send(to("/chat.css").PUT(BodyPublishers.ofString("x")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void allThatThePageRefersToIsServedByItself() throws Exception {
        var files = allFiles();
        assertThat(files.keySet()).contains("/chat.js", "/chat.css", "/icon.svg", "/entities.js", "/recorder.js");
        files.forEach((path, text) -> {
            assertThat(text)
                    .as(path)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
            assertThat(text.replace("http://www.w3.org/", "")).as(path).doesNotContainPattern("(?i)https?://[a-z]");
        });
        assertThat(files.get("/"))
                .doesNotContainPattern("(?i)\\s(style|on[a-z]+)=")
                .doesNotContain("<style");
    }

    @Test
    void bothLanguagesHaveAllWordsThePageUses() throws Exception {
        var files = allFiles();
        var texts = files.getOrDefault("/texts.js", "");
        int russian = texts.indexOf("const RU");
        var english = keys(texts.substring(0, russian));
        assertThat(keys(texts.substring(russian, texts.indexOf("let words")))).isEqualTo(english);
        var used = new TreeSet<String>();
        files.values()
                .forEach(text -> Pattern.compile("data-i18n(?:-label|-placeholder)?=\"(\\w+)\"|\\bt\\('(\\w+)'")
                        .matcher(text)
                        .results()
                        .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1))));
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(english).containsAll(used);
    }

    private static Set<String> keys(String source) {
        var keys = new TreeSet<String>();
        Pattern.compile("[{,]\\s*(\\w+): ['\\[{]").matcher(source).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    @Test
    void partsThatTestsPressCarryTheirNames() throws Exception {
        var all = String.join("\n", allFiles().values());
        for (var name : List.of(
                "user-list",
                "new-user-name",
                "new-user-language",
                "create-user",
                "start",
                "input",
                "send",
                "mic",
                "mic-stop",
                "attach",
                "message",
                "button",
                "toast",
                "invoice",
                "pay-sheet",
                "pay-confirm",
                "service",
                "document-link")) {
            assertThat(all).containsPattern("(data-testid=\"%1$s\"|testid: [^\\n]*'%1$s')".formatted(name));
        }
    }

    @Test
    void aRecordingOfTheBrowserBecomesAVoiceMessageInOgg() throws Exception {
        long user = newUser();
        var recording = Ffmpeg.convert(Tones.speech(2, 5).wav(), "-c:a", "libopus", "-live", "1", "-f", "webm");
        var answer = send(to("/page/voice?user=" + user)
                .header("Origin", simulator.root().toString())
                .POST(BodyPublishers.ofByteArray(recording)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var voice = json(answer).path("voice");
        assertThat(voice.path("mime_type").stringValue()).isEqualTo("audio/ogg");
        assertThat(voice.path("duration").intValue()).isEqualTo(5);
        var file = get("/control/files/" + voice.path("file_id").stringValue());
        assertThat(file.body()).startsWith("OggS").contains("OpusHead", "OpusTags");
    }

    @Test
    void aVoiceThatCannotBeTakenIsRefusedWithAReason() throws Exception {
        long user = newUser();
        var noise = send(to("/page/voice?user=" + user).POST(BodyPublishers.ofString("noise")));
        assertThat(noise.statusCode()).isEqualTo(415);
        assertThat(json(noise).path("error").stringValue()).contains("neither WebM nor Ogg");
        assertThat(send(to("/page/voice?user=x").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(400);
        assertThat(send(to("/page/voice").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(400);
        assertThat(get("/page/voice?user=" + user).statusCode()).isEqualTo(400);
    }

    @Test
    void aPageOfAnotherSiteMayNotSpeakForAUser() throws Exception {
        var answer = send(to("/page/voice?user=" + newUser())
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString("noise")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalOfTheControlApiIsPassedOn() throws Exception {
        var recording = Ffmpeg.convert(Tones.speech(2, 1).wav(), "-c:a", "libopus", "-f", "ogg");
        var answer = send(to("/page/voice?user=1").POST(BodyPublishers.ofByteArray(recording)));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("error").stringValue()).isNotEmpty();
    }
}
