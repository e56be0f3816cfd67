package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Job;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Long work on transcripts. */
public sealed interface TranscriptJob extends Job {

    TranscriptId transcript();

    @Override
    default String subject() {
        return transcript().value().toString();
    }

    /** Takes a transcript from where it is to its end, or to the price its owner has to agree to. */
    record Transcribe(TranscriptId transcript) implements TranscriptJob {}

    /** Takes it on from there; the job before may not have left the line yet. */
    record Continue(TranscriptId transcript) implements TranscriptJob {}

    /** Ends a transcript whose owner never agreed to the price. */
    record Lapse(TranscriptId transcript) implements TranscriptJob {}

    /** Listens once more for what was lost of a finished one. */
    record FillGaps(TranscriptId transcript) implements TranscriptJob {}

    /** Removes the stored bytes of a transcript that is not there any more. Its subject is their folder. */
    record Erase(UserId owner, TranscriptId transcript) implements TranscriptJob {

        private static final Pattern FOLDER = Pattern.compile("users/([0-9a-f-]{36})/recordings/([0-9a-f-]{36})");

        @Override
        public String subject() {
            return "users/%s/recordings/%s".formatted(owner.value(), transcript.value());
        }

        /** The job with this subject; empty where no job has it. */
        public static Optional<Erase> of(String subject) {
            var folder = FOLDER.matcher(subject);
            return folder.matches()
                    ? Optional.of(new Erase(
                            new UserId(UUID.fromString(folder.group(1))),
                            new TranscriptId(UUID.fromString(folder.group(2)))))
                    : Optional.empty();
        }
    }
}
