package app.aisha.adapters.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a JSON object or array into its direct parts without looking into them, so that a part no parser takes (nested too
 * deep, a number out of all bounds) does not spoil its neighbours. Needs no stack, however deep the parts are.
 */
final class JsonSlices {

    private static final String BLANKS = " \t\r\n";

    private final String text;
    private int at;

    private JsonSlices(String text) {
        this.text = text;
    }

    /** The members of an object, their names as written; empty where the text is no object. Of two equal names the later. */
    static Optional<Map<String, String>> members(String json) {
        var slices = new JsonSlices(json);
        var members = new LinkedHashMap<String, String>();
        var whole = slices.all('{', '}', () -> {
            var name = slices.value();
            slices.expect(':');
            members.put(name.replace("\"", ""), slices.value());
        });
        return whole ? Optional.of(members) : Optional.empty();
    }

    /** The elements of an array; empty where the text is no array. */
    static Optional<List<String>> elements(String json) {
        var slices = new JsonSlices(json);
        var elements = new ArrayList<String>();
        var whole = slices.all('[', ']', () -> elements.add(slices.value()));
        return whole ? Optional.of(elements) : Optional.empty();
    }

    private boolean all(char open, char close, Runnable part) {
        try {
            expect(open);
            if (peek() == close) {
                expect(close);
                return end();
            }
            part.run();
            while (peek() == ',') {
                expect(',');
                part.run();
            }
            expect(close);
            return end();
        } catch (IndexOutOfBoundsException | IllegalStateException _) {
            return false;
        }
    }

    private boolean end() {
        return text.substring(at).isBlank();
    }

    private char peek() {
        while (BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalStateException("Not JSON");
        }
        at++;
    }

    private String value() {
        var first = peek();
        var begin = at;
        switch (first) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipWord();
        }
        if (at == begin) {
            throw new IllegalStateException("Not JSON");
        }
        return text.substring(begin, at);
    }

    private void skipString() {
        for (at++; text.charAt(at) != '"'; at++) {
            at += text.charAt(at) == '\\' ? 1 : 0;
        }
        at++;
    }

    private void skipNested() {
        var depth = 0;
        do {
            switch (text.charAt(at)) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }

    private void skipWord() {
        while (at < text.length() && (",]}:" + BLANKS).indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    /** How deep objects and arrays are nested; brackets inside strings do not count. */
    static int depth(String json) {
        var depth = 0;
        var deepest = 0;
        var quoted = false;
        for (var i = 0; i < json.length(); i++) {
            switch (json.charAt(i)) {
                case '"' -> quoted = !quoted;
                case '\\' -> i += quoted ? 1 : 0;
                case '{', '[' -> deepest = Math.max(deepest, quoted ? depth : ++depth);
                case '}', ']' -> depth -= quoted ? 0 : 1;
                default -> {}
            }
        }
        return deepest;
    }
}
