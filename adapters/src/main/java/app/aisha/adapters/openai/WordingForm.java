package app.aisha.adapters.openai;

import app.aisha.core.picture.PromptWriter.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model is told to make the words of a picture of; each in a file of this name, all with one schema. */
enum WordingForm implements ChatForm {
    WORDS("picture-words"),
    PHOTO("picture-photo"),
    CHANGE("picture-change");

    /** The fields of the answer. */
    static final String ENGLISH = "english";

    static final String READING = "reading";

    private static final String SCHEMA = DigestForm.file("picture.schema.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final String wireName;
    private final String instruction;

    WordingForm(String wireName) {
        this.wireName = wireName;
        this.instruction = DigestForm.file(wireName + ".txt");
    }

    static WordingForm of(Request request) {
        return switch (request) {
            case Request.OfWords _ -> WORDS;
            case Request.OfPicture _ -> PHOTO;
            case Request.Changed _ -> CHANGE;
        };
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public JsonNode schema() {
        return JSON.readTree(SCHEMA);
    }

    @Override
    public String contents() {
        return "the texts %s and %s".formatted(ENGLISH, READING);
    }

    String instruction() {
        return instruction;
    }
}
