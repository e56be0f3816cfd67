package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** How a digest is coming along; all share one message. */
public sealed interface DigestNotice extends Notice {

    DigestId digest();

    @Override
    default String anchor() {
        return "digest:" + digest().value();
    }

    @Override
    default boolean last() {
        return false;
    }

    /** Accepted. */
    record Begun(UserId recipient, DigestId digest) implements DigestNotice {}

    /** Some parts of a long transcript are read. */
    record Reading(UserId recipient, DigestId digest, int done, int total) implements DigestNotice {}

    /** The model does not answer; the work goes on by itself when it does. */
    record Paused(UserId recipient, DigestId digest) implements DigestNotice {}

    /** Over: ready, failed or cancelled, as the digest says. */
    record Over(UserId recipient, DigestId digest) implements DigestNotice {

        @Override
        public boolean last() {
            return true;
        }
    }
}
