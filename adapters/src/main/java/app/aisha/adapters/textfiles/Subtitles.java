package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.transcript.TextFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SubRip and WebVTT, as people's programs write them: without counters or empty lines, with either decimal sign, with
 * settings, notes, styles and tags.
 */
final class Subtitles {

    private static final String MOMENT = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})(?:[,.](\\d{1,3}))?";
    private static final Pattern TIMES = Pattern.compile("\\s*" + MOMENT + "\\s*-->\\s*" + MOMENT + "(?:\\s.*)?");
    private static final Pattern COUNTER = Pattern.compile("\\s*\\d+\\s*");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]{0,80})?\\s+([^<>]{1,80})>");
    private static final Pattern TAG =
            Pattern.compile("</?(?:[A-Za-z]|\\d{2}:)[^<>]{0,200}>|</[^<>]{0,80}>|\\{\\\\[^{}]{0,200}\\}");

    /** An identifier and two lines of a header may come before the first times. */
    private static final int LINES_BEFORE = 3;

    private Subtitles() {}

    /** Empty where the text is none. */
    static Optional<TextFormat> format(String text) {
        var beginning =
                text.lines().filter(line -> !line.isBlank()).limit(LINES_BEFORE).toList();
        if (!beginning.isEmpty() && beginning.getFirst().strip().matches("WEBVTT(?:\\s.*)?")) {
            return text.lines().anyMatch(Subtitles::isTimes) ? Optional.of(TextFormat.VTT) : Optional.empty();
        }
        return beginning.stream().anyMatch(Subtitles::isTimes) ? Optional.of(TextFormat.SRT) : Optional.empty();
    }

    /** In the order in which they begin. */
    static List<Passage> passages(String text, TextFormat format) {
        var lines = text.lines().toList();
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            if (isTimes(lines.get(i))) {
                starts.add(i);
            }
        }
        var passages = new ArrayList<Passage>();
        for (var i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var isLast = i + 1 == starts.size();
            var body = lines.subList(start + 1, isLast ? lines.size() : starts.get(i + 1));
            var words = format == TextFormat.VTT ? untilEmpty(body, isLast) : withoutCounter(body, isLast);
            passages.addAll(said(words, place(lines.get(start))));
        }
        passages.sort(
                Comparator.comparing(passage -> passage.place().orElseThrow().start()));
        return passages;
    }

    private static boolean isTimes(String line) {
        return line.contains("-->") && TIMES.matcher(line).matches();
    }

    /** What stands right before the next times is their identifier, if it is not what this cue consists of. */
    private static List<String> untilEmpty(List<String> body, boolean isLast) {
        for (var i = 0; i < body.size(); i++) {
            if (body.get(i).isBlank()) {
                return body.subList(0, i);
            }
        }
        return withoutCounter(body, isLast);
    }

    /** Empty lines do not end a cue: many programs write them into one. */
    private static List<String> withoutCounter(List<String> body, boolean isLast) {
        var hasCounter =
                !isLast && !body.isEmpty() && COUNTER.matcher(body.getLast()).matches();
        return hasCounter ? body.subList(0, body.size() - 1) : body;
    }

    /** What each voice of a cue says. */
    private static List<Passage> said(List<String> lines, Stretch place) {
        var text = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        var said = new ArrayList<Passage>();
        var voice = VOICE.matcher(text);
        var speaker = Optional.<String>empty();
        var start = 0;
        while (voice.find()) {
            said(text.substring(start, voice.start()), place, speaker).ifPresent(said::add);
            speaker = words(voice.group(1));
            start = voice.end();
        }
        said(text.substring(start), place, speaker).ifPresent(said::add);
        return said;
    }

    private static Optional<Passage> said(String text, Stretch place, Optional<String> speaker) {
        return words(text).map(words -> new Passage(Optional.of(place), speaker, words));
    }

    private static Optional<String> words(String text) {
        return WrittenParagraphs.passage(signs(TAG.matcher(text).replaceAll("")))
                .map(Passage::text)
                .findFirst();
    }

    private static String signs(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }

    private static Stretch place(String line) {
        var times = TIMES.matcher(line).results().findFirst().orElseThrow();
        var start = moment(times, 1);
        var end = moment(times, 5);
        return new Stretch(start, end.compareTo(start) < 0 ? start : end);
    }

    private static Duration moment(MatchResult times, int group) {
        return Duration.ofHours(number(times.group(group)))
                .plusMinutes(number(times.group(group + 1)))
                .plusSeconds(number(times.group(group + 2)))
                .plusMillis(thousandths(times.group(group + 3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long thousandths(@Nullable String digits) {
        return digits == null ? 0 : number((digits + "00").substring(0, 3));
    }
}
