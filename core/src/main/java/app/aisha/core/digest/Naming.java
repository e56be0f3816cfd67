package app.aisha.core.digest;

import app.aisha.core.transcript.Speakers;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the voices of a transcript are called where it is shown.
 *
 * @param unnamed what the voice of this number is called, from 1, as long as its owner gave it no name
 */
public record Naming(Speakers speakers, IntFunction<String> unnamed) {

    private static final Pattern LABEL =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_])S([1-9]\\d{0,3})(?![\\p{L}\\p{M}\\p{N}_])");

    /** The text with names in place of labels. Only labels the transcript has, and only whole words, are replaced. */
    public String named(String text) {
        return LABEL.matcher(text).replaceAll(label -> Matcher.quoteReplacement(name(label)));
    }

    private String name(MatchResult label) {
        return speakers.has(label.group())
                ? speakers.name(label.group()).orElseGet(() -> unnamed.apply(Integer.parseInt(label.group(1))))
                : label.group();
    }
}
