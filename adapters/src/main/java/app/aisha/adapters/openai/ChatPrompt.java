package app.aisha.adapters.openai;

import java.util.Optional;

/**
 * One wish to a chat model in words. What people say stands in the data alone.
 *
 * @param instruction ours
 * @param data theirs, fenced
 * @param picture to be looked at, as a data URI
 */
record ChatPrompt(ChatForm form, String instruction, String data, Optional<String> picture) {}
