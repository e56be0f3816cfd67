package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.fal.FalSettings.Timeouts;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainerBackend.Dialect;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingRecipe;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A trainer and the server it talks to; its waits are remembered and take no time. */
final class TrainerOnLoopback implements AutoCloseable {

    static final String KEY = "key-id:key-secret";
    static final String ENDPOINT = "fal-ai/flux-lora-portrait-trainer";
    static final URI ARCHIVE = URI.create("https://v3.fal.media/files/rabbit/1_avatar.zip?sig=private");
    static final TrainerBackend BACKEND = new TrainerBackend(ENDPOINT, "fal-ai/flux-lora", Dialect.PORTRAIT);
    static final TrainingOrder ORDER = order(BACKEND, ARCHIVE);

    final FalDouble server = new FalDouble();
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    TrainerOnLoopback() throws IOException {}

    FalAvatarTrainer trainer() {
        return trainer(roots());
    }

    FalAvatarTrainer trainer(Roots roots) {
        return trainer(roots, Duration.ofSeconds(20));
    }

    FalAvatarTrainer trainer(Roots roots, Duration patience) {
        var settings = settings(roots, patience);
        return new FalAvatarTrainer(
                settings,
                new ServicePause(alarms::add, settings.pause(), () -> now),
                () -> now,
                HttpClients.create(Optional.empty(), settings.timeouts().connect()),
                waits::add);
    }

    FalPainter painter() {
        var settings = settings(roots(), Duration.ofSeconds(20));
        return new FalPainter(
                settings,
                PaintingSettings.USUAL,
                new ServicePause(alarms::add, settings.pause(), () -> now),
                () -> now,
                HttpClients.create(Optional.empty(), settings.timeouts().connect()),
                waits::add);
    }

    private static FalSettings settings(Roots roots, Duration patience) {
        var timeouts = new Timeouts(Duration.ofSeconds(5), patience, patience, patience);
        return new FalSettings(
                new Secret(KEY), roots, FalSettings.FAL_FILES, timeouts, Optional.empty(), Duration.ofMinutes(2));
    }

    FalAvatarTrainer answering(Answer... answers) {
        server.answers(answers);
        return trainer();
    }

    Roots roots() {
        return new Roots(
                server.base(), server.at("/rest/"), server.at("/v1"), server.at("/rest/.well-known/jwks.json"));
    }

    TrainingTicket ticket() {
        return trainer().ticket(BACKEND, "req-1");
    }

    static TrainingOrder order(TrainerBackend backend, URI archive) {
        var recipe = new TrainingRecipe(backend, 1_000, 0.0002, true, true, false, false);
        var hook = URI.create("https://bot.example/fal/7?t=a+b");
        return new TrainingOrder(recipe, "TOK_ab12", archive, Optional.of(hook));
    }

    /** The report on a training that is over, with this result. */
    TrainingReport result(Answer answer) throws Exception {
        return pair("""
            {"status":"COMPLETED","logs":[{"timestamp":"t","message":"m"}],"metrics":{"inference_time":17.5}}\
            """, answer);
    }

    /** The report that follows from this status and this result. */
    TrainingReport pair(String status, Answer result) throws Exception {
        return answering(Answer.of(200, status), result).report(ticket());
    }

    static TrainingReport.Failed failed(TrainingReport report) {
        assertThat(report).isInstanceOf(TrainingReport.Failed.class);
        return (TrainingReport.Failed) report;
    }

    ProviderUnavailable failure(Answer... answers) {
        return catchThrowableOfType(
                ProviderUnavailable.class, () -> answering(answers).report(ticket()));
    }

    @Override
    public void close() {
        server.close();
    }
}
