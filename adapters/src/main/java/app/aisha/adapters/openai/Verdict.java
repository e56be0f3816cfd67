package app.aisha.adapters.openai;

import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one answer of a service means. */
sealed interface Verdict<A> {

    /** Asking the same again would change nothing. */
    sealed interface Settled<A> extends Verdict<A> {}

    /**
     * It worked.
     *
     * @param server what the server calls itself; may be blank
     */
    record Answered<A>(A answer, String server) implements Settled<A> {}

    /** This, asked for in this way, will not do. */
    record Rejected<A>(int status, ServiceError error) implements Settled<A> {

        boolean isAbout(String words) {
            return Pattern.compile(words).matcher(complaint()).find();
        }

        String reason() {
            return "%d %s".formatted(status, error.message()).strip();
        }

        /** Everything the server says, in lower case. */
        String complaint() {
            return (error.message() + " " + error.param() + " " + error.code() + " " + error.type())
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing will do until somebody changes the settings or pays. */
    record NeedsOperator<A>(Service service, Trouble trouble, String sentence) implements Verdict<A> {

        Alarm.Raised alarm() {
            return new Alarm.Raised(service, trouble, sentence);
        }
    }

    /**
     * Worth another try.
     *
     * @param tooMany it was about the rate of calls
     * @param slow the whole time allowed was used up
     */
    record Passing<A>(String why, Optional<Duration> asked, boolean tooMany, boolean slow) implements Verdict<A> {

        static <A> Passing<A> of(String why) {
            return new Passing<>(why, Optional.empty(), false, false);
        }
    }
}
