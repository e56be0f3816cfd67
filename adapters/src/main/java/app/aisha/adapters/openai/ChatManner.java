package app.aisha.adapters.openai;

import java.util.Optional;

/** How one server with one model wants to be asked. */
record ChatManner(Form form, LimitField limit) {

    /** What OpenAI itself understands. */
    static final ChatManner BEST = new ChatManner(Form.SCHEMA, LimitField.NEW);

    /** How the form of the answer is asked for, the best first. */
    enum Form {
        /** The server holds the model to the schema. */
        SCHEMA,
        /** The server holds the model to JSON; the schema is told in words. */
        OBJECT,
        /** All is told in words. */
        WORDS;

        Optional<Form> next() {
            return switch (this) {
                case SCHEMA -> Optional.of(OBJECT);
                case OBJECT -> Optional.of(WORDS);
                case WORDS -> Optional.empty();
            };
        }
    }

    /** How the length of the answer is bounded. */
    enum LimitField {
        NEW,
        OLD,
        NONE;

        Optional<LimitField> next() {
            return switch (this) {
                case NEW -> Optional.of(OLD);
                case OLD -> Optional.of(NONE);
                case NONE -> Optional.empty();
            };
        }
    }

    ChatManner with(Form other) {
        return new ChatManner(other, limit);
    }

    ChatManner with(LimitField other) {
        return new ChatManner(form, other);
    }

    /** The schema has to be told where the server is not given it. */
    boolean tellsSchema() {
        return form != Form.SCHEMA;
    }
}
