package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import java.time.Instant;

/**
 * Something a language model makes of a transcript, from the wish to the checked result. Every step counts the version up by
 * one, and {@link Digests#save} refuses what does not follow the stored version.
 */
public sealed interface Digest {

    Heading heading();

    default DigestId id() {
        return heading().id();
    }

    default UserId owner() {
        return heading().owner();
    }

    /**
     * What all states have in common.
     *
     * @param version counts the saved steps, from 1
     */
    record Heading(
            DigestId id, TranscriptId transcript, UserId owner, Request request, Instant createdAt, int version) {

        Heading next() {
            return new Heading(id, transcript, owner, request, createdAt, version + 1);
        }
    }

    /** Being made. */
    record Asked(Heading heading) implements Digest {

        public Ready ready(Content content, int omitted, String model) {
            return new Ready(heading.next(), content, omitted, model);
        }

        public Failed failed(DigestProblem problem) {
            return new Failed(heading.next(), problem);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next());
        }
    }

    /**
     * Made and checked.
     *
     * @param omitted how many claims of the model were left out, because the transcript does not bear them out
     * @param model that wrote it
     */
    record Ready(Heading heading, Content content, int omitted, String model) implements Digest {

        /** With these tasks ticked or not. */
        public Ready with(Content.ToDo tasks) {
            return new Ready(heading.next(), tasks, omitted, model);
        }
    }

    /** Over without a result; the owner was told why. */
    record Failed(Heading heading, DigestProblem problem) implements Digest {}

    /** The owner did not want it any more. */
    record Cancelled(Heading heading) implements Digest {}
}
