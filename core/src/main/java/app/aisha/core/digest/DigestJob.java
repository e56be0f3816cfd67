package app.aisha.core.digest;

import app.aisha.core.work.Job;

/** Long work on digests. */
public sealed interface DigestJob extends Job {

    DigestId digest();

    @Override
    default String subject() {
        return digest().value().toString();
    }

    /** Has a digest written and checked. */
    record Make(DigestId digest) implements DigestJob {}
}
