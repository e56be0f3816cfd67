package app.aisha.adapters.telegram;

import app.aisha.adapters.telegram.ApiResult.NoAnswer;
import app.aisha.adapters.telegram.ApiResult.Ok;
import app.aisha.adapters.telegram.ApiResult.Rejected;
import app.aisha.adapters.telegram.ApiResult.RetryAfter;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import com.pengrad.telegrambot.model.WebhookInfo;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.response.GetMeResponse;
import com.pengrad.telegrambot.response.GetWebhookInfoResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Telegram knows the token and sends updates to where they are awaited. */
public final class TelegramCheckup implements Checkup {

    private static final String TOKEN = "token";
    private static final String WEBHOOK = "webhook";
    private static final Duration RECENT = Duration.ofHours(1);
    private static final int MANY_PENDING = 100;

    private final TelegramApi api;
    private final Optional<URI> awaitedAt;
    private final InstantSource clock;

    /**
     * Asks nothing yet.
     *
     * @param awaitedAt where updates are awaited; empty where they are polled
     */
    public TelegramCheckup(TelegramApi api, Optional<URI> awaitedAt, InstantSource clock) {
        this.api = api;
        this.awaitedAt = awaitedAt;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Telegram";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        switch (api.call(new GetMe())) {
            case Ok<?>(GetMeResponse answer) -> {
                findings.add(Finding.fine(
                        TOKEN,
                        "of @%s, id %d"
                                .formatted(
                                        answer.user().username(), answer.user().id())));
                findings.addAll(webhook());
            }
            case ApiResult<?> failure -> findings.add(unknown(failure));
        }
        return findings;
    }

    private static Finding unknown(ApiResult<?> failure) {
        return switch (failure) {
            case Rejected<?> rejected
            when rejected.code() == 401 || rejected.code() == 404 ->
                Finding.wrong(
                        TOKEN,
                        "Telegram does not know it (%s)".formatted(failure.reason()),
                        "take the token from @BotFather and set TELEGRAM_TOKEN");
            case RetryAfter<?> _ ->
                Finding.doubtful(TOKEN, "not asked about: " + failure.reason(), "ask again after that time");
            case Rejected<?> _, NoAnswer<?> _, Ok<?> _ ->
                Finding.wrong(
                        TOKEN,
                        "the Bot API server does not answer as it should (%s)".formatted(failure.reason()),
                        "look at TELEGRAM_API_URL, HTTP_PROXY_URL, DNS and the firewall");
        };
    }

    private List<Finding> webhook() throws InterruptedException {
        var result = api.call(new GetWebhookInfo());
        if (!(result instanceof Ok<?>(GetWebhookInfoResponse answer))) {
            return List.of(
                    Finding.doubtful(WEBHOOK, "Telegram does not tell of it: " + result.reason(), "ask again later"));
        }
        var info = answer.webhookInfo();
        var findings = new ArrayList<Finding>();
        findings.add(place(info.url() == null ? "" : info.url()));
        trouble(info).ifPresent(findings::add);
        if (pending(info) >= MANY_PENDING) {
            findings.add(Finding.doubtful(
                    "pending updates",
                    "%d wait at Telegram".formatted(pending(info)),
                    "start her, or look at why she takes none: docs/operations.md, Nobody gets an answer"));
        }
        return findings;
    }

    private Finding place(String url) {
        if (awaitedAt.isEmpty()) {
            return url.isEmpty()
                    ? Finding.fine(WEBHOOK, "none, updates are polled")
                    : Finding.doubtful(
                            WEBHOOK,
                            "Telegram posts to %s, so that nobody can poll".formatted(host(url)),
                            "start her, which takes it back; or set TELEGRAM_WEBHOOK_URL if it is hers");
        }
        var awaited = awaitedAt.get().toString();
        return url.equals(awaited)
                ? Finding.fine(WEBHOOK, "Telegram posts to " + awaited)
                : Finding.doubtful(
                        WEBHOOK,
                        url.isEmpty()
                                ? "none is set at Telegram yet"
                                : "Telegram posts to %s instead of %s".formatted(host(url), awaited),
                        "start her, which sets it; if it changes again, another program uses this token");
    }

    /** Somebody else's address may hold a secret in its path. */
    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException _) {
            return "an unreadable address";
        }
    }

    private Optional<Finding> trouble(WebhookInfo info) {
        var when = info.lastErrorDate();
        var message = info.lastErrorMessage();
        if (awaitedAt.isEmpty() || when == null || message == null) {
            return Optional.empty();
        }
        var ago = Duration.between(Instant.ofEpochSecond(when), clock.instant());
        if (ago.compareTo(RECENT) > 0) {
            return Optional.empty();
        }
        var remedy = message.contains("401")
                ? "the secrets differ: give every instance the same TELEGRAM_WEBHOOK_SECRET and restart one"
                : "look at the reverse proxy, its certificate, DNS and the firewall";
        var sentence = "Telegram could not deliver %d min ago: %s".formatted(ago.toMinutes(), message);
        return Optional.of(
                pending(info) > 0
                        ? Finding.wrong("delivery", sentence, remedy)
                        : Finding.doubtful("delivery", sentence + "; nothing waits any more", remedy));
    }

    private static int pending(WebhookInfo info) {
        return info.pendingUpdateCount() == null ? 0 : info.pendingUpdateCount();
    }
}
