package app.aisha.adapters.openai;

import app.aisha.core.picture.PromptWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes prompts by a chat model of OpenAI or of a compatible server, under the same rules as {@link OpenAiDigester}: wishes are
 * data behind a mark that nobody can guess, the form of the answer is asked for in the best way the server understands and once
 * more where it is missed, tries and waits are bounded, and neither the key nor a wish gets into a log. Of a picture a copy of at
 * most {@value Glances#LONGEST_SIDE} pixels a side is sent.
 */
public final class OpenAiPromptWriter implements PromptWriter {

    private final TextService words;
    private final TextService pictures;
    private final Glances glances = new Glances();

    /**
     * Writes.
     *
     * @param words asked about words
     * @param pictures asked about pictures; may be the same
     */
    public OpenAiPromptWriter(TextService words, TextService pictures) {
        this.words = words;
        this.pictures = pictures;
    }

    @Override
    public Answer write(Request request) throws WriterUnavailable, InterruptedException {
        return switch (request) {
            case Request.OfWords _, Request.Changed _ -> ask(words, request, Optional.empty());
            case Request.OfPicture shown -> look(shown.picture(), request);
        };
    }

    private Answer look(Path picture, Request request) throws WriterUnavailable, InterruptedException {
        var encoded = Base64.getEncoder().encodeToString(glances.of(picture));
        return ask(pictures, request, Optional.of("data:image/jpeg;base64," + encoded));
    }

    private static Answer ask(TextService service, Request request, Optional<String> picture)
            throws WriterUnavailable, InterruptedException {
        var prompt = WordingPrompt.of(request, picture, Fence.unguessable());
        try {
            return switch (service.ask(prompt, new WordingReader(request.motif().type(), request.reader())::read)) {
                case ChatEnding.Answered<Answer>(var answer) -> answer;
                case ChatEnding.Refused<Answer>(var reason) -> new Answer.Refused(reason);
                case ChatEnding.Blind<Answer> _ -> new Answer.Blind();
                case ChatEnding.TooLong<Answer> _ -> new Answer.Garbled();
                case ChatEnding.Garbled<Answer> _ -> new Answer.Garbled();
            };
        } catch (ServiceUnavailable e) {
            throw new WriterUnavailable(e.why(), e.pause());
        }
    }
}
