package app.aisha.core.profile;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Counts what a person has done, from what is stored and nothing else. Thread-safe. */
public interface Statistics {

    /** Since the person came. */
    Figures total(UserId person);

    /**
     * Day by day, each day once and in order, also the ones on which nothing happened.
     *
     * @param first the first day
     * @param last the last day, not before the first
     * @param zone where the days begin
     */
    List<Day> days(UserId person, LocalDate first, LocalDate last, ZoneId zone);

    /**
     * What was done in some time.
     *
     * @param transcripts finished ones, by the moment their recording was sent
     * @param sound length of their recordings
     * @param spent charged and not refunded, by the moment it was charged
     */
    record Figures(int transcripts, Duration sound, Credits spent) {

        public static final Figures NONE = new Figures(0, Duration.ZERO, Credits.NONE);

        public Figures plus(Figures other) {
            return new Figures(transcripts + other.transcripts, sound.plus(other.sound), spent.plus(other.spent));
        }
    }

    /** What was done on one day. */
    record Day(LocalDate date, Figures figures) {}
}
