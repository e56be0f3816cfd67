package app.aisha.adapters.openai;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wish on its way to an answer; what a server does not understand is asked for in an easier way. */
final class ChatCall<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ChatCall.class);

    private final TextService service;
    private final Reading<T> reading;
    private final Consumer<ChatManner> worked;
    private final ServiceCall call;
    private ChatQuestion question;

    /** Tells by which manner it came to an answer. */
    ChatCall(TextService service, ChatQuestion question, Reading<T> reading, Consumer<ChatManner> worked) {
        this.service = service;
        this.question = question;
        this.reading = reading;
        this.worked = worked;
        this.call = new ServiceCall(service.line());
    }

    /** How to read what a model says. */
    @FunctionalInterface
    interface Reading<T> {

        /**
         * Empty when it has not the asked form.
         *
         * @param last whether it is not asked for once more
         */
        Optional<T> read(String said, boolean last);
    }

    ChatEnding<T> ending() throws ServiceUnavailable, InterruptedException {
        var start = service.clock().millis();
        var outcome = "interrupted";
        try {
            var ending = askUntilUnderstood();
            outcome = ending.getClass().getSimpleName();
            return ending;
        } catch (ServiceUnavailable e) {
            outcome = "unavailable: " + e.why();
            throw e;
        } finally {
            LOG.info(
                    "text model={} form={} asked={} attempts={} ms={} outcome={}",
                    question.model(),
                    question.prompt().form().wireName(),
                    question.manner().form(),
                    call.attempts(),
                    service.clock().millis() - start,
                    outcome);
        }
    }

    private ChatEnding<T> askUntilUnderstood() throws ServiceUnavailable, InterruptedException {
        while (true) {
            var ending = switch (call.settle(() ->
                    service.server().ask(question, service.line().patience().answer()))) {
                case Verdict.Answered<ChatReply> answered -> read(answered.answer());
                case Verdict.Rejected<ChatReply> rejected -> easierThan(rejected);
            };
            if (ending.isPresent()) {
                return ending.get();
            }
        }
    }

    /** Empty when the question was changed and is to be asked again. */
    private Optional<ChatEnding<T>> read(ChatReply reply) {
        return switch (reply) {
            case ChatReply.Said(var text) -> read(text);
            case ChatReply.Refused(var reason) -> Optional.of(new ChatEnding.Refused<>(reason));
            case ChatReply.CutOff _ -> Optional.of(new ChatEnding.TooLong<>());
        };
    }

    private Optional<ChatEnding<T>> read(String text) {
        var answer = reading.read(text, question.isRepair());
        if (answer.isPresent()) {
            worked.accept(question.manner());
            return Optional.of(new ChatEnding.Answered<>(answer.get()));
        }
        if (question.isRepair()) {
            return Optional.of(new ChatEnding.Garbled<>());
        }
        question = question.repairing(text);
        return Optional.empty();
    }

    private Optional<ChatEnding<T>> easierThan(Verdict.Rejected<?> rejected) {
        if (ChatComplaints.filtered(rejected)) {
            return Optional.of(new ChatEnding.Refused<>(rejected.reason()));
        }
        if (question.prompt().picture().isPresent() && ChatComplaints.aboutPictures(rejected)) {
            return Optional.of(
                    ChatComplaints.aboutThisPicture(rejected)
                            ? new ChatEnding.Refused<>(rejected.reason())
                            : new ChatEnding.Blind<>());
        }
        var easier = ChatComplaints.tooLong(rejected) && !ChatComplaints.aboutLimit(rejected)
                ? Optional.<ChatQuestion>empty()
                : question.easier(rejected);
        if (easier.isEmpty()) {
            return Optional.of(
                    ChatComplaints.tooLong(rejected)
                            ? new ChatEnding.TooLong<>()
                            : new ChatEnding.Refused<>(rejected.reason()));
        }
        question = easier.get();
        return Optional.empty();
    }
}
