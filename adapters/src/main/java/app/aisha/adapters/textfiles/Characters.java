package app.aisha.adapters.textfiles;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes as the text they are, whatever its character set: told by a mark, by a form only one set has, by the letters. Empty
 * where they are no text.
 */
final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    /** Of CP/M and its children. */
    private static final String END_OF_FILE = "\u001A";

    /** What ICU thinks of bytes that are nothing at all. */
    private static final int LEAST_CONFIDENCE = 20;

    /** What it hardly ever thinks of what it is wrong about. */
    private static final int SURE = 60;

    /** Languages whose letters look like those of Russian if read as such, and are told from them by ICU. */
    private static final Set<String> OTHER_LETTERS = Set.of("el", "he", "ar", "ja", "zh", "ko");

    private static final Set<String> WESTERN_NAMES = Set.of("ISO-8859-1", "windows-1252");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Longest first: the mark of UTF-32 begins as the one of UTF-16 does. */
    private static final List<Mark> MARKS = List.of(
            new Mark("\u00ef\u00bb\u00bf", StandardCharsets.UTF_8),
            new Mark("\u00ff\u00fe\0\0", StandardCharsets.UTF_32LE),
            new Mark("\0\0\u00fe\u00ff", StandardCharsets.UTF_32BE),
            new Mark("\u00ff\u00fe", StandardCharsets.UTF_16LE),
            new Mark("\u00fe\u00ff", StandardCharsets.UTF_16BE));

    /** A byte order mark. */
    private record Mark(String bytes, Charset charset) {

        boolean isAtTheBeginningOf(byte[] content) {
            return content.length >= bytes.length()
                    && new String(content, 0, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }

    private Characters() {}

    static Optional<String> decode(byte[] bytes) {
        var mark =
                MARKS.stream().filter(known -> known.isAtTheBeginningOf(bytes)).findFirst();
        if (mark.isPresent()) {
            var length = mark.get().bytes().length();
            return Optional.of(new String(
                            bytes, length, bytes.length - length, mark.get().charset()))
                    .filter(Characters::isText);
        }
        return utf8(bytes)
                .filter(Characters::isText)
                .or(() -> utf16(bytes))
                .or(() -> oneByte(bytes))
                .filter(Characters::isText);
    }

    /** Hardly anything that is not meant so has its form. */
    private static Optional<String> utf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var broken = count(text, REPLACEMENT);
        var foreign = text.chars().filter(character -> character > 0x7F).count() - broken;
        return broken == 0 || foreign > 20 * broken ? Optional.of(text) : Optional.empty();
    }

    /** Without a mark it is known by letters, which lie near each other. */
    private static Optional<String> utf16(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var text = new String(bytes, 0, bytes.length & ~1, charset);
            var usual = text.chars().filter(Characters::isUsual).count();
            if (text.length() > 1 && usual * 100 >= text.length() * 97L) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> oneByte(byte[] bytes) {
        for (var i = 0; i < bytes.length; i++) {
            var isEnd = i == bytes.length - 1 && bytes[i] == 0x1A;
            if (bytes[i] >= 0 && isStrange(bytes[i]) && !isEnd) {
                return Optional.empty();
            }
        }
        return charset(bytes).map(charset -> new String(bytes, charset));
    }

    private static Optional<Charset> charset(byte[] bytes) {
        var guesses = Arrays.stream(new CharsetDetector().setText(bytes).detectAll())
                .filter(guess ->
                        Charset.isSupported(guess.getName()) && !guess.getName().startsWith("UTF-"))
                .toList();
        return guesses.stream()
                .filter(guess -> OTHER_LETTERS.contains(guess.getLanguage()) && guess.getConfidence() >= SURE)
                .findFirst()
                .map(guess -> Charset.forName(guess.getName()))
                .or(() -> CyrillicLetters.charset(bytes))
                .or(() -> likeliest(guesses))
                .or(() -> isMostlyAscii(bytes) ? Optional.of(WESTERN) : Optional.empty());
    }

    /** Of two that are as likely, the one of more people. */
    private static Optional<Charset> likeliest(List<CharsetMatch> guesses) {
        return guesses.stream()
                .filter(guess -> guess.getConfidence() >= LEAST_CONFIDENCE)
                .max(Comparator.comparingInt(CharsetMatch::getConfidence)
                        .thenComparing(guess -> WESTERN_NAMES.contains(guess.getName())))
                .map(guess -> WESTERN_NAMES.contains(guess.getName()) ? WESTERN : Charset.forName(guess.getName()));
    }

    private static boolean isMostlyAscii(byte[] bytes) {
        var foreign = 0;
        for (var one : bytes) {
            foreign += one < 0 ? 1 : 0;
        }
        return foreign * 5L <= bytes.length;
    }

    /** At most one sign in a hundred may be one that text has not. */
    private static boolean isText(String whole) {
        var text = whole.endsWith(END_OF_FILE) ? whole.substring(0, whole.length() - 1) : whole;
        var strange = text.chars()
                .filter(character -> isStrange(character) || character == REPLACEMENT)
                .count();
        return text.indexOf('\0') < 0 && strange * 100 <= text.length();
    }

    private static boolean isUsual(int character) {
        return (character < 0x500 && !isStrange(character)) || (character >= 0x2010 && character <= 0x2122);
    }

    /** A control character other than those that move the pen. */
    private static boolean isStrange(int character) {
        return switch (character) {
            case '\t', '\n', '\u000B', '\f', '\r' -> false;
            default -> character < ' ' || character == 0x7F;
        };
    }

    private static long count(String text, char sought) {
        return text.chars().filter(character -> character == sought).count();
    }
}
