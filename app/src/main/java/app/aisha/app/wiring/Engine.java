package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobWorkers;
import app.aisha.adapters.telegram.LongPolling;
import app.aisha.adapters.telegram.TelegramBotProfile;
import app.aisha.app.settings.Settings;
import app.aisha.bot.delivery.OutboxSender;
import app.aisha.bot.intake.GroupedIntake;
import app.aisha.bot.intake.Intake;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sets everything in motion in the right order and brings it to rest in the opposite one. */
@Component
class Engine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final OutboxSender sender;
    private final JobWorkers workers;
    private final Intake intake;
    private final GroupedIntake groupedIntake;
    private final LongPolling polling;
    private final TelegramBotProfile profile;
    private final Settings settings;
    private volatile boolean running;

    Engine(
            OutboxSender sender,
            JobWorkers workers,
            Intake intake,
            GroupedIntake groupedIntake,
            LongPolling polling,
            TelegramBotProfile profile,
            Settings settings) {
        this.sender = sender;
        this.workers = workers;
        this.intake = intake;
        this.groupedIntake = groupedIntake;
        this.polling = polling;
        this.profile = profile;
        this.settings = settings;
    }

    @Override
    public void start() {
        sender.start();
        workers.start();
        intake.resume();
        running = true;
        if (settings.webhook().isEmpty()) {
            polling.start();
        }
        Thread.ofVirtual().name("bot-profile").start(this::introduce);
    }

    /** Telegram may be away at the start; the program does not wait for it. */
    private void introduce() {
        try {
            var webhook = settings.webhook();
            if (webhook.isPresent()) {
                var address = URI.create(webhook.get().address() + "/telegram/webhook");
                while (running && !profile.turnWebhookOn(address, webhook.get().secret())) {
                    Thread.sleep(RETRY);
                }
            } else {
                while (running && !profile.turnWebhookOff()) {
                    Thread.sleep(RETRY);
                }
            }
            profile.publishCommands();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes in stops first; one part that does not stop well holds up no other. */
    @Override
    public void stop() {
        running = false;
        for (var part : List.of(polling, groupedIntake, intake, workers, sender)) {
            stop(part);
        }
    }

    @SuppressWarnings("IllegalCatch")
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("A part did not stop well", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server took its last request. */
    @Override
    public int getPhase() {
        return 0;
    }
}
