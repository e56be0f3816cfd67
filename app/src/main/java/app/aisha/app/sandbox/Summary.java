package app.aisha.app.sandbox;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.app.Running;
import app.aisha.app.settings.Settings;
import java.util.Locale;
import java.util.Optional;

/** What the person at the console is told. */
record Summary(Settings told, Running.Ports ports, Optional<Integer> chatPort) {

    static void sayStage(EmbeddedPostgres.Stage stage) {
        System.out.println(
                "  PostgreSQL: " + stage.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    String text() {
        var data = told.general().data();
        return """

            Aisha runs in her sandbox.
              chat page  %s
              Telegram   %s
              speech     %s
              text       %s
              avatars    %s
              database   %s
              media      %s
              health     http://localhost:%d/actuator/health
              metrics    http://localhost:%d/actuator/prometheus
            Ctrl-C stops everything.
            """.formatted(
                chatPort.map("http://localhost:%d/"::formatted).orElse("none: Telegram is real, open your bot there"),
                told.telegram()
                        .map(telegram -> "real, " + telegram.api().getHost())
                        .orElse("simulated (TELEGRAM_TOKEN makes it real)"),
                told.speech()
                        .map(Summary::speech)
                        .orElse("simulated (OPENAI_API_KEY or ./aisha speech install makes it real)"),
                told.text()
                        .map(text -> "real, %s at %s"
                                .formatted(text.model(), text.baseUrl().getHost()))
                        .orElse("simulated: no summary or answer is a model's (OPENAI_API_KEY makes it real)"),
                told.trainer()
                        .map(trainer -> "real, " + trainer.roots().queue().getHost())
                        .orElse("simulated: no model is really trained (FAL_API_KEY makes it real)"),
                told.database().isPresent() ? "yours" : "embedded PostgreSQL in " + data.resolve("postgres"),
                told.s3().isPresent() ? "your S3 server" : "files in " + data.resolve("media"),
                ports.http(),
                ports.management());
    }

    private static String speech(Settings.Speech speech) {
        return switch (speech) {
            case Settings.Speech.Service service -> "real, " + service.baseUrl().getHost();
            case Settings.Speech.Local(var model) -> "real, on this machine by " + model.file();
        };
    }
}
