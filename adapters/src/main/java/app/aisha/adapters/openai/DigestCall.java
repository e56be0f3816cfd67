package app.aisha.adapters.openai;

import app.aisha.core.digest.Digester.Answer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wish on its way to a draft; what a server does not understand is asked for in an easier way. */
final class DigestCall {

    private static final Logger LOG = LoggerFactory.getLogger(DigestCall.class);

    private final ChatServer server;
    private final ServiceLine line;
    private final InstantSource clock;
    private final Consumer<ChatManner> worked;
    private final ServiceCall call;
    private ChatQuestion question;

    /** Tells by which manner it came to a draft. */
    DigestCall(
            ChatServer server,
            ServiceLine line,
            InstantSource clock,
            ChatQuestion question,
            Consumer<ChatManner> worked) {
        this.server = server;
        this.line = line;
        this.clock = clock;
        this.question = question;
        this.worked = worked;
        this.call = new ServiceCall(line);
    }

    Answer answer() throws ServiceUnavailable, InterruptedException {
        var start = clock.millis();
        var outcome = "interrupted";
        try {
            var answer = askUntilUnderstood();
            outcome = answer.getClass().getSimpleName();
            return answer;
        } catch (ServiceUnavailable e) {
            outcome = "unavailable: " + e.why();
            throw e;
        } finally {
            LOG.info(
                    "text model={} digest={} asked={} attempts={} ms={} outcome={}",
                    question.model(),
                    question.prompt().form(),
                    question.manner().form(),
                    call.attempts(),
                    clock.millis() - start,
                    outcome);
        }
    }

    private Answer askUntilUnderstood() throws ServiceUnavailable, InterruptedException {
        while (true) {
            var answer = switch (call.settle(
                    () -> server.ask(question, line.patience().answer()))) {
                case Verdict.Answered<ChatReply> answered -> read(answered.answer());
                case Verdict.Rejected<ChatReply> rejected -> easierThan(rejected);
            };
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** Empty when the question was changed and is to be asked again. */
    private Optional<Answer> read(ChatReply reply) {
        return switch (reply) {
            case ChatReply.Said(var text) -> read(text);
            case ChatReply.Refused(var reason) -> Optional.of(new Answer.Refused(reason));
            case ChatReply.CutOff _ -> Optional.of(new Answer.TooLong());
        };
    }

    private Optional<Answer> read(String text) {
        var draft = new DraftReader(question.prompt().form()).read(text);
        if (draft.isPresent()) {
            worked.accept(question.manner());
            return Optional.of(new Answer.Written(draft.get()));
        }
        if (question.isRepair()) {
            return Optional.of(new Answer.Garbled());
        }
        question = question.repairing(text);
        return Optional.empty();
    }

    private Optional<Answer> easierThan(Verdict.Rejected<?> rejected) {
        if (ChatComplaints.filtered(rejected)) {
            return Optional.of(new Answer.Refused(rejected.reason()));
        }
        var easier = ChatComplaints.tooLong(rejected) && !ChatComplaints.aboutLimit(rejected)
                ? Optional.<ChatQuestion>empty()
                : question.easier(rejected);
        if (easier.isEmpty()) {
            return Optional.of(
                    ChatComplaints.tooLong(rejected) ? new Answer.TooLong() : new Answer.Refused(rejected.reason()));
        }
        question = easier.get();
        return Optional.empty();
    }
}
