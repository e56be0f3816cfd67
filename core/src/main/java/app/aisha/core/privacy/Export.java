package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import java.time.Duration;
import java.time.Instant;

/** A copy of everything that is kept of a person. */
public sealed interface Export {

    /** How long it can be fetched once it is there. */
    Duration KEPT = Duration.ofDays(1);

    ExportId id();

    UserId owner();

    /** Where a part is. */
    default MediaKey part(int number) {
        return new MediaKey("%s/part-%d.zip".formatted(folder(owner(), id()).value(), number));
    }

    /** Where all parts of a copy are. */
    static MediaKey folder(UserId owner, ExportId id) {
        return new MediaKey("users/%s/exports/%s".formatted(owner.value(), id.value()));
    }

    /** It is to be written. */
    record Asked(ExportId id, UserId owner, Instant at) implements Export {

        public Ready written(int parts, int leftOut, Instant now) {
            return new Ready(id, owner, now, parts, leftOut);
        }
    }

    /**
     * It can be fetched.
     *
     * @param parts at least 1
     * @param leftOut files that are too large to be sent
     */
    record Ready(ExportId id, UserId owner, Instant at, int parts, int leftOut) implements Export {

        public boolean isOldAt(Instant moment) {
            return !moment.isBefore(at.plus(KEPT));
        }
    }
}
