package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one answer of the service means. */
sealed interface Verdict {

    /**
     * It worked.
     *
     * @param server what the server calls itself; may be blank
     */
    record Answered(Heard heard, String server) implements Verdict {}

    /** This clip, asked for in this way, will not do. */
    record Rejected(int status, ServiceError error) implements Verdict {

        private static final Pattern SOUND =
                Pattern.compile("wav|audio|media|file|format|codec|decod|corrupt|convert|soundfile|libsndfile");

        private static final Pattern SIZE =
                Pattern.compile("too (short|long|large|big)|longer|duration|size|maximum|minimum");
        private static final int TOO_LARGE = 413;

        boolean isAbout(String words) {
            return Pattern.compile(words).matcher(complaint()).find();
        }

        /** Whether another kind of file might do; its size or length is another matter. */
        boolean isAboutSound() {
            var complaint = complaint().replace("response_format", "");
            return status != TOO_LARGE
                    && SOUND.matcher(complaint).find()
                    && !SIZE.matcher(complaint).find();
        }

        String reason() {
            return "%d %s".formatted(status, error.message()).strip();
        }

        private String complaint() {
            return (error.message() + " " + error.param() + " " + error.code()).toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing will do until somebody changes the settings or pays. */
    record NeedsOperator(Trouble trouble, String sentence) implements Verdict {}

    /**
     * Worth another try.
     *
     * @param tooMany it was about the rate of calls
     * @param slow the whole time allowed was used up
     */
    record Passing(String why, Optional<Duration> asked, boolean tooMany, boolean slow) implements Verdict {

        static Passing of(String why) {
            return new Passing(why, Optional.empty(), false, false);
        }
    }
}
