package app.aisha.bot.gallery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** How far back the gallery looks, in days as the person's clock counts them. */
public enum Period {
    EVER(0, 0),
    TODAY(1, 0),
    WEEK(2, 6),
    MONTH(3, 29);

    private final int digit;
    private final int daysBefore;

    Period(int digit, int daysBefore) {
        this.digit = digit;
        this.daysBefore = daysBefore;
    }

    /** Stands for it on buttons, for ever. */
    int digit() {
        return digit;
    }

    /** When it begins, today included; empty where it has no beginning. */
    Optional<Instant> beginning(Instant now, ZoneId zone) {
        return this == EVER
                ? Optional.empty()
                : Optional.of(LocalDate.ofInstant(now, zone)
                        .minusDays(daysBefore)
                        .atStartOfDay(zone)
                        .toInstant());
    }
}
