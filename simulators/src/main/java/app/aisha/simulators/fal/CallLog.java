package app.aisha.simulators.fal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The last {@link #KEPT} calls, oldest first, and what in them breaks a rule that matters to safety. Thread-safe. */
final class CallLog {
    static final int KEPT = 5_000;
    private static final int LONGEST_BODY = 64 << 10;

    private final InstantSource clock;
    private final Deque<ReceivedCall> calls = new ArrayDeque<>();
    private final Deque<String> violations = new ArrayDeque<>();

    CallLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Request request, FaultPoint point, int status) {
        var query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        calls.add(new ReceivedCall(
                clock.instant(),
                point,
                request.method(),
                request.path() + query,
                headers(request),
                text(request.body()),
                status));
        if (calls.size() > KEPT) {
            calls.remove();
        }
    }

    private static Map<String, List<String>> headers(Request request) {
        var headers = new TreeMap<String, List<String>>();
        request.headers().forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            headers.put(
                    key,
                    key.equals("authorization")
                            ? values.stream().map(CallLog::schemeOf).toList()
                            : List.copyOf(values));
        });
        return headers;
    }

    private static String schemeOf(String authorization) {
        var space = authorization.indexOf(' ');
        return (space < 0 ? "" : authorization.substring(0, space) + " ") + "***";
    }

    private static String text(byte[] body) {
        if (body.length <= LONGEST_BODY) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString();
            } catch (CharacterCodingException binary) {
                return "(%d bytes)".formatted(body.length);
            }
        }
        return "(%d bytes)".formatted(body.length);
    }

    synchronized void violation(String what) {
        violations.add(what);
        if (violations.size() > KEPT) {
            violations.remove();
        }
    }

    synchronized List<ReceivedCall> calls() {
        return List.copyOf(calls);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized void clear() {
        calls.clear();
        violations.clear();
    }
}
