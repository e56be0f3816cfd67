package app.aisha.adapters.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** Reads standard error to its end and keeps the last lines, so that a talkative program neither blocks nor fills memory. */
final class Complaints {

    private static final int LINES = 40;
    private static final int LONGEST_LINE = 400;

    /** Of the loader, about stand-ins for libraries; harmless. */
    private static final String NOISE = "no version information available";

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    Complaints(InputStream errors) {
        reader = Thread.ofVirtual().name("ffmpeg-errors").start(() -> read(errors));
    }

    /** All that was kept, after the program ended. */
    String text() throws InterruptedException {
        reader.join();
        synchronized (lines) {
            return lines.stream().collect(Collectors.joining("\n"));
        }
    }

    void add(String line) {
        if (line.isBlank() || line.contains(NOISE)) {
            return;
        }
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
    }

    private void read(InputStream errors) {
        try (var text = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
            var line = new StringBuilder();
            for (var c = text.read(); c >= 0; c = text.read()) {
                if (c == '\n' || c == '\r') {
                    add(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
            }
            add(line.toString());
        } catch (IOException closed) {
            add(closed.toString());
        }
    }
}
