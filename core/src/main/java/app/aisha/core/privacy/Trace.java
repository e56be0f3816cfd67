package app.aisha.core.privacy;

import java.net.URI;
import java.util.Optional;

/**
 * A request of a person who left, as a service far away knows it.
 *
 * @param number tells it from the others of the same erasure
 * @param request the service's id of it; empty where its answer was lost, or is on its way
 * @param cancel where it is stopped; empty where it is over
 */
public record Trace(int number, Service service, Optional<String> request, Optional<URI> cancel, Fate fate) {

    /** Who has it. */
    public enum Service {
        TRAINER,
        PAINTER
    }

    /** What became of it. */
    public enum Fate {
        OPEN,
        /** It was told to stop; its copies are removed a little later. */
        STOPPED,
        REMOVED,
        /** The service removes nothing for us. */
        REFUSED,
        /** The service did not answer for days. */
        UNREACHABLE,
        /** Nobody knows whether the service took it, nor under which id. */
        UNANSWERED;

        public boolean isFinal() {
            return switch (this) {
                case OPEN, STOPPED -> false;
                case REMOVED, REFUSED, UNREACHABLE, UNANSWERED -> true;
            };
        }
    }

    /** One that nothing was done about yet. */
    public static Trace of(int number, Service service, Optional<String> request, Optional<URI> cancel) {
        return new Trace(number, service, request, cancel, request.isPresent() ? Fate.OPEN : Fate.UNANSWERED);
    }
}
