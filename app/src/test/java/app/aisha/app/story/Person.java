package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with a phone, who can do only what a phone can. */
final class Person {

    private static final JsonMapper JSON = new JsonMapper();

    private final Control telegram;
    private final String id;

    Person(Control telegram, String name, String language) {
        this(telegram, JSON.createObjectNode().put("first_name", name).put("language_code", language));
        Overheard.name(name);
    }

    Person(Control telegram, String name, String language, long id) {
        this(
                telegram,
                JSON.createObjectNode()
                        .put("first_name", name)
                        .put("language_code", language)
                        .put("id", id));
        Overheard.name(name);
    }

    private Person(Control telegram, ObjectNode body) {
        this.telegram = telegram;
        this.id = telegram.post("/users", body.toString()).get("id").asString();
    }

    String id() {
        return id;
    }

    /** The number of the message. */
    int says(String words) {
        Overheard.words(words);
        var body = JSON.createObjectNode().put("text", words);
        return telegram.post(chat() + "/text", body.toString())
                .get("message_id")
                .asInt();
    }

    int sendsVoice(String resource) {
        return sends("voice", resource, resource(resource));
    }

    int sends(String kind, String name, byte[] bytes) {
        return sends(kind, name, bytes, "");
    }

    int sends(String kind, String name, byte[] bytes, String more) {
        var query = "?kind=%s&name=%s%s".formatted(kind, URLEncoder.encode(name, StandardCharsets.UTF_8), more);
        return telegram.post(chat() + "/media" + query, bytes, "application/octet-stream")
                .get("message_id")
                .asInt();
    }

    /** Photos in one go. */
    void sendsAlbum(List<byte[]> photos) {
        var form = new Form();
        photos.forEach(photo -> form.file("photo", photo));
        telegram.post(chat() + "/album?kind=photo", form);
    }

    void taps(String label) {
        var message = messageWithButton(label);
        var body = JSON.createObjectNode()
                .put("message_id", message.get("message_id").asInt())
                .put("button", label);
        telegram.post(chat() + "/press", body.toString());
    }

    /** What no phone lets one do, but some clients do. */
    void forges(int message, String data) {
        var body = JSON.createObjectNode().put("message_id", message).put("data", data);
        telegram.post(chat() + "/press", body.toString());
    }

    void blocksTheBot(boolean blocked) {
        telegram.post(chat() + "/block", "{\"blocked\": %s}".formatted(blocked));
    }

    /** Waits for a message of the bot with these words and answers it. */
    JsonNode sees(String words) {
        return Moment.when(
                () -> "“%s” in %s".formatted(words, heard()),
                () -> fromTheBot()
                        .filter(message -> textOf(message).contains(words))
                        .reduce((_, later) -> later));
    }

    /** Waits until the lowest message in the chat has these words. */
    void seesLast(String words) {
        Moment.when(
                () -> "“%s” at the end of %s".formatted(words, heard()),
                () -> fromTheBot()
                        .reduce((_, later) -> later)
                        .filter(message -> textOf(message).contains(words)));
    }

    /** Waits for the answer to a message of this person's. */
    JsonNode seesInReplyTo(int message, String words) {
        return Moment.when(
                () -> "“%s” in reply to %d in %s".formatted(words, message, heard()),
                () -> repliesTo(message)
                        .filter(reply -> textOf(reply).contains(words))
                        .findFirst());
    }

    Stream<JsonNode> repliesTo(int message) {
        return fromTheBot()
                .filter(reply ->
                        reply.path("reply_to_message").path("message_id").asInt(-1) == message);
    }

    void neverSees(String words) {
        assertThat(fromTheBot().map(Person::textOf)).noneMatch(text -> text.contains(words));
    }

    JsonNode messageWithButton(String label) {
        return Moment.when(
                () -> "a button “%s” in %s".formatted(label, heard()),
                () -> fromTheBot()
                        .filter(message -> labels(message).contains(label))
                        .reduce((_, later) -> later));
    }

    /** The whole label of the button that has these words on it. */
    String labelWith(String words) {
        return Moment.when(
                () -> "a button with “%s” in %s".formatted(words, heard()),
                () -> fromTheBot()
                        .flatMap(message -> labels(message).stream())
                        .filter(label -> label.contains(words))
                        .reduce((_, later) -> later));
    }

    String dataOf(String label) {
        return buttons(messageWithButton(label))
                .filter(button -> button.get("text").asString().equals(label))
                .map(button -> button.get("callback_data").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Everything the bot has said so far, oldest first. */
    List<String> heard() {
        return fromTheBot().map(Person::textOf).toList();
    }

    Stream<JsonNode> fromTheBot() {
        var messages = new ArrayList<JsonNode>();
        telegram.get(chat() + "/messages").forEach(messages::add);
        return messages.stream()
                .filter(message -> message.get("from").get("is_bot").asBoolean());
    }

    Optional<String> download(JsonNode message) {
        return Optional.ofNullable(message.get("document"))
                .map(document ->
                        telegram.text("/files/" + document.get("file_id").asString()));
    }

    /** Waits for a file whose name ends so, and answers its content. */
    String fileEndingWith(String ending) {
        return Moment.when(
                () -> "a file *%s in %s".formatted(ending, heard()),
                () -> fromTheBot()
                        .filter(message -> message.path("document")
                                .path("file_name")
                                .asString("")
                                .endsWith(ending))
                        .reduce((_, later) -> later)
                        .flatMap(this::download));
    }

    static String textOf(JsonNode message) {
        return message.has("text")
                ? message.get("text").asString()
                : message.path("caption").asString("");
    }

    static List<String> labels(JsonNode message) {
        return buttons(message).map(button -> button.get("text").asString()).toList();
    }

    private static Stream<JsonNode> buttons(JsonNode message) {
        var found = new ArrayList<JsonNode>();
        message.path("reply_markup").path("inline_keyboard").forEach(row -> row.forEach(found::add));
        return found.stream();
    }

    /** The toasts of this person's taps, oldest first. */
    List<String> toasts() {
        var found = new ArrayList<String>();
        telegram.get("/calls?method=answerCallbackQuery")
                .forEach(call -> found.add(call.path("parameters").path("text").asString("")));
        return found;
    }

    private String chat() {
        return "/chats/" + id;
    }

    static byte[] resource(String name) {
        try (var stream = Person.class.getResourceAsStream("/speech/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
