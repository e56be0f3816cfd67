package app.aisha.adapters.openai;

import tools.jackson.databind.JsonNode;

/** The JSON object a chat model shall answer with. */
interface ChatForm {

    /** What the object is called on the wire. */
    String wireName();

    JsonNode schema();

    /** What stands in it, such as {@code the list points}. */
    String contents();
}
