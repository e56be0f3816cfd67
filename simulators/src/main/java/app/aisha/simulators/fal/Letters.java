package app.aisha.simulators.fal;

import java.awt.Graphics2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Capital letters, Latin and Russian, of 5 by 7 dots. Fonts of the machine are not used: servers lack them, and pictures would
 * differ from machine to machine.
 */
final class Letters {
    /** Dots from one letter to the next, and from one line to the next. */
    static final int ADVANCE = 6;

    static final int LEADING = 10;
    static final int HEIGHT = 7;
    private static final int WIDTH = 5;
    private static final char CUT = '…';
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<Character, byte[]> GLYPHS = read();

    private Letters() {}

    private static Map<Character, byte[]> read() {
        var glyphs = new HashMap<Character, byte[]>();
        var file = Objects.requireNonNull(Letters.class.getResourceAsStream("/fal/letters.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                var space = line.indexOf(' ');
                var rows = HexFormat.of().parseHex(line.substring(space + 1));
                line.substring(0, space).chars().forEach(letter -> glyphs.put((char) letter, rows));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return glyphs;
    }

    /**
     * The text in capitals as lines of at most so many letters; cut with an ellipsis where more lines were needed. What there is
     * no letter for is a blank.
     */
    static List<String> lines(String text, int longest, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : BLANKS.splitAsStream(known(text).strip()).toList()) {
            for (var rest = word; !rest.isEmpty(); rest = rest.substring(Math.min(longest, rest.length()))) {
                var part = rest.substring(0, Math.min(longest, rest.length()));
                if (!line.isEmpty() && line.length() + 1 + part.length() > longest) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        var last = lines.get(most - 1);
        var cut = last.substring(0, Math.min(last.length(), longest - 1)) + CUT;
        return Stream.concat(lines.stream().limit(most - 1), Stream.of(cut)).toList();
    }

    private static String known(String text) {
        var known = new StringBuilder();
        text.toUpperCase(Locale.ROOT)
                .chars()
                .forEach(letter -> known.append(GLYPHS.containsKey((char) letter) ? (char) letter : ' '));
        return known.toString();
    }

    /** Draws a line in the canvas's colour, its upper left corner there. */
    static void draw(Graphics2D canvas, String line, int left, int top, int dot) {
        for (var place = 0; place < line.length(); place++) {
            var rows = GLYPHS.get(line.charAt(place));
            if (rows != null) {
                draw(canvas, rows, left + place * ADVANCE * dot, top, dot);
            }
        }
    }

    private static void draw(Graphics2D canvas, byte[] rows, int left, int top, int dot) {
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                if (((rows[y] >> (WIDTH - 1 - x)) & 1) == 1) {
                    canvas.fillRect(left + x * dot, top + y * dot, dot, dot);
                }
            }
        }
    }
}
