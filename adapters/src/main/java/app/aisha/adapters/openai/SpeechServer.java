package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** The endpoint of one server that recognises speech. */
final class SpeechServer {

    private final OpenAiSettings settings;
    private final ServiceHttp http;

    SpeechServer(OpenAiSettings settings, HttpClient http, InstantSource clock) {
        this.settings = settings;
        this.http = new ServiceHttp(settings.account(), http, clock);
    }

    /** One request, with a limit on the time until the last byte of the answer. */
    Verdict<Heard> ask(SpeechQuestion question, Duration length, Duration limit) throws InterruptedException {
        return http.ask(request(question), limit, new Hearing(question, length));
    }

    private HttpRequest request(SpeechQuestion question) {
        var form = question.form();
        return http.request(settings.transcriptions())
                .header("Content-Type", form.contentType())
                .header("Accept", "application/json, text/plain;q=0.9, */*;q=0.1")
                .POST(form.body())
                .build();
    }

    private record Hearing(SpeechQuestion question, Duration length) implements ServiceHttp.Reading<Heard> {

        @Override
        public Optional<Heard> read(String body) {
            var heard = new SpeechAnswer(length, question.manner().format()).read(body);
            return question.tellsLanguage() ? heard.map(Hearing::withoutLanguage) : heard;
        }

        @Override
        public Predicate<Verdict.Rejected<?>> aboutTheQuestion() {
            return SpeechComplaints::aboutTheQuestion;
        }

        private static Heard withoutLanguage(Heard heard) {
            return new Heard(heard.text(), Optional.empty(), heard.segments());
        }
    }
}
