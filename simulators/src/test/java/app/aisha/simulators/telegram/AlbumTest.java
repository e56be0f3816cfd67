package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Albums of both sides. */
class AlbumTest extends WithSimulator {

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
    }

    private Map<String, Object> album(String... kinds) {
        Map<String, Object> parts = new LinkedHashMap<>(Map.of("chat_id", user));
        var media = IntStream.range(0, kinds.length)
                .mapToObj(i ->
                        "{\"type\":\"%s\",\"media\":\"attach://f%d\",\"caption\":\"%d\"}".formatted(kinds[i], i, i))
                .collect(Collectors.joining(",", "[", "]"));
        parts.put("media", media);
        for (int i = 0; i < kinds.length; i++) {
            parts.put("f" + i, Samples.file("f" + i, "content " + i));
        }
        return parts;
    }

    @Test
    void anAlbumIsMessagesOfOneGroup() throws Exception {
        var sent = client.upload("sendMediaGroup", album("document", "document", "document"))
                .path("result");

        assertThat(sent).hasSize(3);
        assertThat(sent.valueStream()
                        .map(message -> message.path("media_group_id").asString(""))
                        .distinct())
                .hasSize(1);
        assertThat(sent.get(2).path("caption").asString("")).isEqualTo("2");
        assertThat(client.control("GET", "chats/" + user + "/messages")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document|too few messages to send as an album",
                "video document|document can't be mixed with other media types",
                "video audio|audio can't be mixed with other media types",
                "video voice|can't parse InputMedia: type \"voice\" can't be used in sendMediaGroup",
                "a a a a a a a a a a a|too many messages to send as an album",
            })
    void wrongAlbumsAreRefused(String kinds, String reason) throws Exception {
        var answer = client.upload("sendMediaGroup", album(kinds.split(" ", -1)));

        assertThat(answer.path("description").asString("")).isEqualTo("Bad Request: " + reason);
        assertThat(client.control("GET", "chats/" + user + "/messages")).hasSize(1);
    }

    @Test
    void anAlbumNeedsItsFiles() throws Exception {
        assertThat(client.refused("sendMediaGroup", "chat_id", user))
                .isEqualTo("400 Bad Request: there are no messages to send");
        assertThat(
                        client.refused(
                                "sendMediaGroup",
                                "chat_id",
                                user,
                                "media",
                                "[{\"type\":\"video\",\"media\":\"attach://a\"},{\"type\":\"video\",\"media\":\"attach://b\"}]"))
                .isEqualTo("400 Bad Request: can't parse InputMedia: media not found");
    }

    @Test
    void theAlbumOfAUserComesAsSeparateUpdates() throws Exception {
        var form = new MultipartForm();
        form.add("caption", "ours");
        form.add("file", Samples.photo(200, 100));
        form.add("file", Samples.photo(100, 200));
        var answer = client.send(
                "POST",
                "/control/chats/" + user + "/album?kind=photo",
                form.contentType(),
                BodyPublishers.ofByteArray(form.bytes()));

        assertThat(Json.read(answer.body())).hasSize(2);
        var updates = client.ok("getUpdates");
        assertThat(updates).hasSize(3);
        assertThat(updates.get(1).at("/message/media_group_id"))
                .isEqualTo(updates.get(2).at("/message/media_group_id"));
        assertThat(updates.get(1).at("/message/caption").asString("")).isEqualTo("ours");
        assertThat(updates.get(2).path("message").has("caption")).isFalse();
    }

    @Test
    void slowUploadsArriveOneByOne() throws Exception {
        var form = new MultipartForm();
        form.add("file", Samples.file("a", "a"));
        form.add("file", Samples.file("b", "b"));
        var path = "/control/chats/" + user + "/album?kind=document&delay_ms=600000";
        var upload = CompletableFuture.runAsync(() -> {
            try {
                client.send("POST", path, form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
            } catch (IOException | InterruptedException cutOff) {
                Thread.currentThread().interrupt();
            }
        });

        Client.waitUntil(() -> client.ok("getUpdates").size() == 2);
        assertThat(upload).isNotDone();
        simulator.close();
        assertThat(upload.handle((_, _) -> true).get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aUsersAlbumHasTwoToTenFiles() throws Exception {
        var form = new MultipartForm();
        form.add("file", Samples.file("a", "a"));

        var path = "/control/chats/" + user + "/album?kind=document";
        assertThat(client.send("POST", path, form.contentType(), BodyPublishers.ofByteArray(form.bytes()))
                        .body())
                .contains("2 to 10");
        assertThat(client.send("POST", path, "text/plain", BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(400);
    }
}
