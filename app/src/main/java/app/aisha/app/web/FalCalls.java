package app.aisha.app.web;

import app.aisha.adapters.fal.FalWebhook;
import app.aisha.adapters.fal.FalWebhook.Ending;
import app.aisha.adapters.fal.FalWebhook.Verdict;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.avatar.TrainerRings.Ring;
import app.aisha.core.avatar.TrainingSettings;
import app.aisha.core.work.StorageUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes the calls of FAL. Answers 200 once a call is kept, whether or not it is about an avatar of ours, so that it tells nobody
 * which there are; 401 without a good signature, 413 over 2 MiB, 503 when the keys or the database are away, so that FAL
 * calls again.
 */
@RestController
class FalCalls {

    private final FalWebhook webhook;
    private final HearTrainer hearTrainer;
    private final InstantSource clock;

    FalCalls(FalWebhook webhook, HearTrainer hearTrainer, InstantSource clock) {
        this.webhook = webhook;
        this.hearTrainer = hearTrainer;
        this.clock = clock;
    }

    @PostMapping(TrainingSettings.PATH + "{avatar}/{attempt}")
    @ResponseStatus(HttpStatus.OK)
    void take(@PathVariable UUID avatar, @PathVariable int attempt, HttpServletRequest request)
            throws IOException, InterruptedException {
        var body = request.getInputStream().readNBytes(FalWebhook.LONGEST_BODY + 1);
        if (body.length > FalWebhook.LONGEST_BODY) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        switch (webhook.judge(body, name -> Optional.ofNullable(request.getHeader(name)))) {
            case Verdict.Genuine(var id, var ending) ->
                keep(new Ring(
                        id,
                        new AvatarId(avatar),
                        attempt,
                        ending == Ending.OK,
                        FalWebhook.fingerprint(body),
                        clock.instant()));
            case Verdict.Forged _, Verdict.Stale _ -> throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
            case Verdict.KeysUnavailable _ -> throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void keep(Ring ring) {
        try {
            hearTrainer.hear(ring);
        } catch (StorageUnavailable _) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
