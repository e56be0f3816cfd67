package app.aisha.simulators.openai;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By when something is to be done, as far as a few words tell. */
record Due(String words) {
    private static final Pattern WORDS = Pattern.compile(
            "\\b((до|к|в|во) (понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\\p{L}*|до"
                + " завтра|завтра|сегодня|до конца \\p{L}+|(by|until|on|before)"
                + " (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|by tomorrow|tomorrow|today|by the end"
                + " of (the )?\\p{L}+)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<List<String>> DAYS = List.of(
            List.of("понедельник", "monday"),
            List.of("вторник", "tuesday"),
            List.of("сред", "wednesday"),
            List.of("четверг", "thursday"),
            List.of("пятниц", "friday"),
            List.of("суббот", "saturday"),
            List.of("воскресень", "sunday"));

    static Optional<Due> in(String sentence) {
        return WORDS.matcher(sentence).results().findFirst().map(found -> new Due(found.group()));
    }

    /** The day meant by somebody who says it on this day. */
    Optional<LocalDate> date(LocalDate today) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("завтра") || lower.contains("tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        if (lower.contains("сегодня") || lower.contains("today")) {
            return Optional.of(today);
        }
        for (var i = 0; i < DAYS.size(); i++) {
            if (DAYS.get(i).stream().anyMatch(lower::contains)) {
                return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.of(i + 1))));
            }
        }
        return Optional.empty();
    }
}
