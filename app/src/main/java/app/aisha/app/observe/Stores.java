package app.aisha.app.observe;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether the media store and Redis answered when they were last asked. Thread-safe. */
public final class Stores {

    /** Nothing is ever stored there. */
    private static final MediaKey NOWHERE = new MediaKey("health/nothing");

    private final MediaStore media;
    private final Optional<BooleanSupplier> redis;
    private volatile boolean mediaAnswers = true;
    private volatile boolean redisAnswers = true;

    /**
     * Shows it in these meters.
     *
     * @param redis asks Redis, where there is one
     */
    public Stores(MediaStore media, Optional<BooleanSupplier> redis, MeterRegistry meters) {
        this.media = media;
        this.redis = redis;
        show(meters, "media", () -> mediaAnswers);
        if (redis.isPresent()) {
            show(meters, "redis", () -> redisAnswers);
        }
    }

    private void show(MeterRegistry meters, String store, BooleanSupplier answers) {
        Gauge.builder("aisha.store.answers", this, _ -> answers.getAsBoolean() ? 1 : 0)
                .description("1 where a store answered when it was last asked, else 0")
                .tag("store", store)
                .register(meters);
    }

    /** Asks both. */
    public void ask() {
        redisAnswers = redis.map(BooleanSupplier::getAsBoolean).orElse(true);
        try {
            media.size(NOWHERE);
            mediaAnswers = true;
        } catch (MediaUnavailable _) {
            mediaAnswers = false;
        }
    }

    public boolean mediaAnswers() {
        return mediaAnswers;
    }

    public boolean redisAnswers() {
        return redisAnswers;
    }
}
