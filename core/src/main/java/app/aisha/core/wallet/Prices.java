package app.aisha.core.wallet;

import java.time.Duration;
import java.util.Map;

/** What things cost in this installation. */
public sealed interface Prices {

    /** What turning sound into text costs. */
    Tariff transcription();

    /** Whether anything costs credits. */
    default boolean areListed() {
        return this instanceof Listed;
    }

    /** Nothing costs anything, and no screen speaks of credits. */
    record FreeOfCharge() implements Prices {

        @Override
        public Tariff transcription() {
            return new Tariff(Credits.NONE, Duration.ZERO);
        }
    }

    /**
     * Things cost credits.
     *
     * @param avatar price of a training by quality preset, every preset has one
     */
    record Listed(Tariff transcription, Map<Quality, Credits> avatar, Credits picture) implements Prices {

        public Listed {
            avatar = Map.copyOf(avatar);
            if (avatar.size() < Quality.values().length) {
                throw new IllegalArgumentException("A preset without a price: " + avatar);
            }
        }
    }

    /** Presets between speed and quality. */
    enum Quality {
        FAST,
        BALANCED,
        QUALITY
    }
}
