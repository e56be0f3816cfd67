package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalWebhook.Ending;
import app.aisha.adapters.fal.FalWebhook.Verdict;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.avatar.TrainerRings.Ring;
import app.aisha.core.work.StorageUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the calls of FAL. Answers 200 once a call is kept, whether or not it is about an avatar of ours, so that it tells nobody
 * which there are; 401 without a good signature, 413 over 2 MiB, 503 when the keys or the database are away, so that FAL
 * calls again. Nothing but the keeping is waited for, so that FAL has its answer within its 15 seconds. Thread-safe.
 */
public final class FalReceiver {

    private final FalWebhook webhook;
    private final HearTrainer hearTrainer;
    private final InstantSource clock;

    public FalReceiver(FalWebhook webhook, HearTrainer hearTrainer, InstantSource clock) {
        this.webhook = webhook;
        this.hearTrainer = hearTrainer;
        this.clock = clock;
    }

    /**
     * The status to answer with.
     *
     * @param avatar whose training the called address names
     * @param header the value of a header by its name, whose case does not matter
     */
    public int take(AvatarId avatar, int attempt, InputStream in, Function<String, Optional<String>> header)
            throws IOException, InterruptedException {
        var body = in.readNBytes(FalWebhook.LONGEST_BODY + 1);
        if (body.length > FalWebhook.LONGEST_BODY) {
            return 413;
        }
        return switch (webhook.judge(body, header)) {
            case Verdict.Genuine(var id, var ending) ->
                keep(new Ring(
                        id, avatar, attempt, ending == Ending.OK, FalWebhook.fingerprint(body), clock.instant()));
            case Verdict.Forged _, Verdict.Stale _ -> 401;
            case Verdict.KeysUnavailable _ -> 503;
        };
    }

    private int keep(Ring ring) {
        try {
            hearTrainer.hear(ring);
            return 200;
        } catch (StorageUnavailable _) {
            return 503;
        }
    }
}
