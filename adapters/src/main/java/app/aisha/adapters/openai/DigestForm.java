package app.aisha.adapters.openai;

import app.aisha.core.digest.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each request asks the model for: an instruction and the schema of the answer, both in files of this name. */
enum DigestForm implements ChatForm {
    SUMMARY("summary"),
    TO_DO("todo"),
    PROTOCOL("protocol"),
    ANSWER("answer");

    private static final JsonMapper JSON = new JsonMapper();

    private final String wireName;
    private final String instruction;
    private final String schema;

    DigestForm(String wireName) {
        this.wireName = wireName;
        this.instruction = file(wireName + ".txt");
        this.schema = file(wireName + ".schema.json");
    }

    static DigestForm of(Request request) {
        return switch (request) {
            case Request.Summary _ -> SUMMARY;
            case Request.ToDo _ -> TO_DO;
            case Request.Protocol _ -> PROTOCOL;
            case Request.Question _ -> ANSWER;
        };
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The fields of the answer; each is a list. */
    List<String> lists() {
        return List.copyOf(schema().path("properties").propertyNames());
    }

    @Override
    public String contents() {
        return "the list%s %s".formatted(lists().size() == 1 ? "" : "s", String.join(", ", lists()));
    }

    String instruction() {
        return instruction;
    }

    @Override
    public JsonNode schema() {
        return JSON.readTree(schema);
    }

    /** A text that lies beside the instructions. */
    static String file(String name) {
        try (var file = DigestForm.class.getResourceAsStream("/openai/" + name)) {
            if (file == null) {
                throw new IllegalStateException("openai/%s is not in the program".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
