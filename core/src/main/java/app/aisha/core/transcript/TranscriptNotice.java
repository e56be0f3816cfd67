package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** How a transcript is coming along. All but the document share one message. */
public sealed interface TranscriptNotice extends Notice {

    TranscriptId transcript();

    @Override
    default String anchor() {
        return "transcript:" + transcript().value();
    }

    @Override
    default boolean last() {
        return false;
    }

    /**
     * In line.
     *
     * @param ahead how many others come first
     */
    record InLine(UserId recipient, TranscriptId transcript, int ahead) implements TranscriptNotice {}

    record Fetching(UserId recipient, TranscriptId transcript) implements TranscriptNotice {}

    record Preparing(UserId recipient, TranscriptId transcript) implements TranscriptNotice {}

    /** A price is to be agreed to. */
    record Offered(UserId recipient, TranscriptId transcript) implements TranscriptNotice {}

    /** Some pieces are done. */
    record Listening(UserId recipient, TranscriptId transcript, int done, int total) implements TranscriptNotice {}

    record Writing(UserId recipient, TranscriptId transcript) implements TranscriptNotice {}

    /** The recogniser does not answer; the work goes on by itself when it does. */
    record Paused(UserId recipient, TranscriptId transcript) implements TranscriptNotice {}

    /** Over: ready, failed or cancelled, as the transcript says. */
    record Over(UserId recipient, TranscriptId transcript) implements TranscriptNotice {

        @Override
        public boolean last() {
            return true;
        }
    }

    /**
     * What was lost is listened to once more.
     *
     * @param attempt tells one try from another; each has a message of its own
     */
    record HearingGaps(UserId recipient, TranscriptId transcript, int attempt, int done, int total)
            implements TranscriptNotice {

        @Override
        public String anchor() {
            return gaps(transcript, attempt);
        }
    }

    /** The try is over. */
    record GapsHeard(UserId recipient, TranscriptId transcript, int attempt, int filled, int left)
            implements TranscriptNotice {

        @Override
        public String anchor() {
            return gaps(transcript, attempt);
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    private static String gaps(TranscriptId transcript, int attempt) {
        return "transcript:%s:gaps:%d".formatted(transcript.value(), attempt);
    }

    /** The whole text as a document, because it does not fit a message. */
    record WholeText(UserId recipient, TranscriptId transcript) implements TranscriptNotice {

        @Override
        public String anchor() {
            return "transcript:" + transcript().value() + ":text";
        }

        @Override
        public boolean last() {
            return true;
        }
    }
}
