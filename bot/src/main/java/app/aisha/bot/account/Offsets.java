package app.aisha.bot.account;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offsets from UTC as people write them: {@code UTC+5}, {@code +05:30}, {@code МСК+2}. */
final class Offsets {

    private static final Pattern FORM =
            Pattern.compile("(UTC|GMT|МСК|MSK)?\\s*(?:([+\\-−–])\\s*(\\d{1,2})(?:[:.]?(\\d{2}))?)?");
    private static final int MOSCOW = 3 * 60;
    private static final int WEST = -12 * 60;
    private static final int EAST = 14 * 60;

    /** What was read. */
    sealed interface Reading {

        record Offset(ZoneOffset offset) implements Reading {}

        /** It looks like an offset, and no clock on earth has it. */
        record Impossible() implements Reading {}

        record SomethingElse() implements Reading {}
    }

    private Offsets() {}

    static Reading read(String words) {
        var form = FORM.matcher(words.strip().toUpperCase(Locale.ROOT));
        if (words.isBlank() || !form.matches()) {
            return new Reading.SomethingElse();
        }
        var minutes = minutes(form);
        var minutesPart =
                Optional.ofNullable(form.group(4)).map(Integer::parseInt).orElse(0);
        return minutesPart > 59 || minutes < WEST || minutes > EAST
                ? new Reading.Impossible()
                : new Reading.Offset(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    private static int minutes(Matcher form) {
        var origin = form.group(1) != null && form.group(1).matches("МСК|MSK") ? MOSCOW : 0;
        if (form.group(3) == null) {
            return origin;
        }
        var distance = Integer.parseInt(form.group(3)) * 60
                + Optional.ofNullable(form.group(4)).map(Integer::parseInt).orElse(0);
        return origin + (form.group(2).equals("+") ? distance : -distance);
    }

    /** UTC, UTC+5 or UTC−3:30. */
    static String nameOf(ZoneOffset offset) {
        var minutes = Math.abs(offset.getTotalSeconds() / 60);
        if (minutes == 0) {
            return "UTC";
        }
        var sign = offset.getTotalSeconds() > 0 ? "+" : "−";
        return "UTC" + sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60));
    }
}
