package app.aisha.app.web;

import app.aisha.app.settings.Settings;
import app.aisha.bot.intake.GroupedIntake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes updates from Telegram. Answers 200 once the update is kept, 401 without the secret, 413 over 1 MiB, 503 when the
 * database is away, so that Telegram sends it again.
 */
@RestController
class TelegramWebhook {

    private static final int LIMIT = 1 << 20;
    private static final int PATIENCE_SECONDS = 10;

    private final Settings settings;
    private final GroupedIntake intake;

    TelegramWebhook(Settings settings, GroupedIntake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    @PostMapping("/telegram/webhook")
    @ResponseStatus(HttpStatus.OK)
    void take(HttpServletRequest request) throws IOException, InterruptedException {
        if (!isTelegram(request)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            intake.accept(new String(body, StandardCharsets.UTF_8)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private boolean isTelegram(HttpServletRequest request) {
        var shown = request.getHeader("X-Telegram-Bot-Api-Secret-Token");
        return shown != null
                && settings.webhook()
                        .map(webhook -> MessageDigest.isEqual(
                                shown.getBytes(StandardCharsets.UTF_8),
                                webhook.secret().reveal().getBytes(StandardCharsets.UTF_8)))
                        .orElse(false);
    }
}
