package app.aisha.adapters.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way of asking a chat model.
 *
 * @param repair what follows when the first answer had not the asked form
 */
record ChatQuestion(String model, int answerTokens, ChatPrompt prompt, ChatManner manner, List<Turn> repair) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_REPEATED = 2_000;

    /** What one side says. */
    record Turn(String role, String content) {}

    /** The first way. */
    ChatQuestion(String model, int answerTokens, ChatPrompt prompt, ChatManner manner) {
        this(model, answerTokens, prompt, manner, List.of());
    }

    String body() {
        var body = JSON.createObjectNode().put("model", model);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", instruction());
        theirs(messages.addObject().put("role", "user"));
        repair.forEach(turn -> messages.addObject().put("role", turn.role()).put("content", turn.content()));
        switch (manner.form()) {
            case SCHEMA -> schema(body);
            case OBJECT -> body.putObject("response_format").put("type", "json_object");
            case WORDS -> {}
        }
        switch (manner.limit()) {
            case NEW -> body.put("max_completion_tokens", answerTokens);
            case OLD -> body.put("max_tokens", answerTokens);
            case NONE -> {}
        }
        return JSON.writeValueAsString(body);
    }

    private void schema(ObjectNode body) {
        body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", prompt.form().wireName())
                .put("strict", true)
                .set("schema", prompt.form().schema());
    }

    private void theirs(ObjectNode message) {
        prompt.picture()
                .ifPresentOrElse(
                        picture -> {
                            var parts = message.putArray("content");
                            parts.addObject().put("type", "text").put("text", prompt.data());
                            parts.addObject()
                                    .put("type", "image_url")
                                    .putObject("image_url")
                                    .put("url", picture);
                        },
                        () -> message.put("content", prompt.data()));
    }

    private String instruction() {
        return manner.tellsSchema()
                ? "%s\nThe object has to follow this JSON schema:\n%s"
                        .formatted(
                                prompt.instruction(),
                                JSON.writeValueAsString(prompt.form().schema()))
                : prompt.instruction();
    }

    /** Without what the server complained about, if it was something that can be left out. */
    Optional<ChatQuestion> easier(Verdict.Rejected<?> complaint) {
        if (ChatComplaints.aboutLimit(complaint)) {
            return manner.limit().next().map(manner::with).map(this::with);
        }
        return manner.form().next().map(manner::with).map(this::with);
    }

    boolean isRepair() {
        return !repair.isEmpty();
    }

    /** Asks for the form once more, told in words too, after this was said instead. */
    ChatQuestion repairing(String said) {
        var turns = new ArrayList<Turn>();
        if (!said.isBlank()) {
            turns.add(new Turn("assistant", said.substring(0, Math.min(said.length(), LONGEST_REPEATED))));
        }
        turns.add(new Turn(
                "user",
                "That was not the asked JSON object. Write it again: one complete, valid JSON object with %s, nothing before it and nothing after it."
                        .formatted(prompt.form().contents())));
        var told = manner.form() == ChatManner.Form.SCHEMA ? manner.with(ChatManner.Form.OBJECT) : manner;
        return new ChatQuestion(model, answerTokens, prompt, told, List.copyOf(turns));
    }

    private ChatQuestion with(ChatManner other) {
        return new ChatQuestion(model, answerTokens, prompt, other, repair);
    }
}
