package app.aisha.adapters.openai;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** The endpoint of one server that completes chats. */
final class ChatServer {

    private static final ServiceHttp.Reading<ChatReply> READING = new ServiceHttp.Reading<>() {

        @Override
        public Optional<ChatReply> read(String body) {
            return ChatReply.read(body);
        }

        @Override
        public Predicate<Verdict.Rejected<?>> aboutTheQuestion() {
            return ChatComplaints::aboutTheQuestion;
        }
    };

    private final TextSettings settings;
    private final ServiceHttp http;

    ChatServer(TextSettings settings, String modelVariable, HttpClient http, InstantSource clock) {
        this.settings = settings;
        this.http = new ServiceHttp(settings.account(modelVariable), http, clock);
    }

    /** One request, with a limit on the time until the last byte of the answer. */
    Verdict<ChatReply> ask(ChatQuestion question, Duration limit) throws InterruptedException {
        var request = http.request(settings.chat())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(question.body()))
                .build();
        return http.ask(request, limit, READING);
    }
}
