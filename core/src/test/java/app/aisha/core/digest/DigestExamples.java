package app.aisha.core.digest;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;

/** Digests for tests. Ids are in the order of their making. */
public final class DigestExamples {

    private static final TimeOrderedIds IDS = new TimeOrderedIds(new SettableClock());

    private DigestExamples() {}

    public static Digest.Asked asked(TranscriptId transcript, UserId owner, Request request) {
        var id = new DigestId(IDS.next());
        return new Digest.Asked(
                new Digest.Heading(id, transcript, owner, request, TimeOrderedIds.madeAt(id.value()), 1));
    }

    /** A digest in this state, one step after an asked one, with made-up content. */
    public static Digest oneStepOn(Digest.Asked from, Class<?> state, long seed) {
        return (Digest) new Examples(seed)
                .given(Digest.Heading.class, () -> from.heading().next())
                .of(state);
    }
}
