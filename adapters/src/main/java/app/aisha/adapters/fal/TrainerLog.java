package app.aisha.adapters.fal;

import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.Steps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the log of a training, a moving window of lines. */
final class TrainerLog {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;

    /** {@code 400/1000}, but no date, no path and no part of a number. */
    private static final Pattern COUNT = Pattern.compile("(?<![\\d/.:])(\\d{1,6})\\s?/\\s?(\\d{1,6})(?![\\d/.:]\\d|/)");

    /** What comes before the training counts too, though not the steps. */
    private static final Pattern PREPARATION =
            Pattern.compile("(?i)load|fetch|cach|caption|extract|crop|mask|preprocess|resiz|upload|encod");

    private TrainerLog() {}

    /** The last lines, with nothing left of addresses but their hosts. */
    static List<LogLine> read(JsonNode logs) {
        var lines = StreamSupport.stream(logs.spliterator(), false)
                .map(line -> new LogLine(
                        line.path("timestamp").asString(""),
                        shortened(Addresses.hidden(line.path("message").asString("")))))
                .filter(line -> !line.message().isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    /** The furthest step; where several things are counted, of the longest count. */
    static Optional<Steps> steps(List<LogLine> log) {
        return log.stream()
                .filter(line -> !PREPARATION.matcher(line.message()).find())
                .flatMap(line -> counts(line.message()))
                .max(Comparator.comparingInt(Steps::total).thenComparingInt(Steps::done));
    }

    private static Stream<Steps> counts(String message) {
        return COUNT.matcher(message)
                .results()
                .map(TrainerLog::count)
                .filter(steps -> steps.total() > 0 && steps.done() <= steps.total());
    }

    private static Steps count(MatchResult match) {
        return new Steps(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_LINE ? message : message.substring(0, LONGEST_LINE);
    }
}
