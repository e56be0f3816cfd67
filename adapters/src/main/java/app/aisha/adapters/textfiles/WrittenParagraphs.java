package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plain text as its paragraphs; its lines end with LF. An empty line ends a paragraph; the end of a line does too, unless the
 * lines of this text were broken only because the next word had no room.
 */
final class WrittenParagraphs {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final int FEWEST_ENDS = 3;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\uFEFF\\uFFFE\\uFFFF]");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("(?:\\n[ \\t\\u00A0]*+){2,}|\\f");
    private static final Pattern LIST_MARK = Pattern.compile("(?:[-*+•–—>#|]|\\d{1,3}[.)]).*");

    private WrittenParagraphs() {}

    /** The first ones, up to a limit. */
    static List<Passage> passages(String text, int most) {
        var blocks = EMPTY_LINES
                .splitAsStream(text)
                .map(block -> block.lines().map(String::strip).toList())
                .toList();
        var width = blocks.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        var isWrapped = isWrapped(blocks, width);
        return blocks.stream()
                .flatMap(block -> (isWrapped ? joined(block, width) : block).stream())
                .flatMap(WrittenParagraphs::passage)
                .limit(most)
                .toList();
    }

    /** A paragraph in one line; nothing where there is nothing to see. */
    static Stream<Passage> passage(String paragraph) {
        var line = SPACES.matcher(paragraph).replaceAll(" ");
        var clean = UNSEEN.matcher(line).replaceAll("").strip();
        return clean.isBlank() ? Stream.empty() : Stream.of(new Passage(Optional.empty(), Optional.empty(), clean));
    }

    /** Whether nearly all of its lines end where the next word had no room. */
    private static boolean isWrapped(List<List<String>> blocks, int width) {
        if (width < NARROWEST || width > WIDEST) {
            return false;
        }
        var ends = 0;
        var forRoom = 0;
        for (var block : blocks) {
            for (var i = 0; i + 1 < block.size(); i++) {
                ends++;
                forRoom += isBrokenForRoom(block.get(i), block.get(i + 1), width) ? 1 : 0;
            }
        }
        return ends >= FEWEST_ENDS && forRoom * 100L >= ends * 80L;
    }

    private static List<String> joined(List<String> lines, int width) {
        var paragraphs = new ArrayList<String>();
        var current = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            current.append(lines.get(i));
            if (i + 1 < lines.size() && isBrokenForRoom(lines.get(i), lines.get(i + 1), width)) {
                current.append(' ');
            } else {
                paragraphs.add(current.toString());
                current.setLength(0);
            }
        }
        return paragraphs;
    }

    private static boolean isBrokenForRoom(String line, String next, int width) {
        var space = next.indexOf(' ');
        var word = space < 0 ? next.length() : space;
        return line.length() + 1 + word > width && !LIST_MARK.matcher(next).matches();
    }
}
