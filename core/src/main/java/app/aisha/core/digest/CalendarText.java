package app.aisha.core.digest;

import app.aisha.core.document.TimeCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tasks of a digest as an iCalendar file (RFC 5545), which calendars and task lists take in. */
public final class CalendarText {

    /** UTF-8, as the standard demands. */
    public static final String CONTENT_TYPE = "text/calendar";

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final StringBuilder lines = new StringBuilder();
    private final String title;
    private final Naming naming;

    private CalendarText(String title, Naming naming) {
        this.title = title;
        this.naming = naming;
    }

    /**
     * The content of the file. The same arguments give the same bytes; a task keeps its identity, so that a second import
     * renews the first.
     *
     * @param title of the transcript
     * @param stamp when the file is made
     */
    public static byte[] of(Digest.Ready digest, String title, Naming naming, Instant stamp) {
        var calendar = new CalendarText(title, naming);
        calendar.write(digest, stamp);
        return calendar.lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Digest.Ready digest, Instant stamp) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Aisha//Digests//EN");
        var number = 0;
        for (var task : digest.content().tasks()) {
            line("BEGIN", "VTODO");
            line("UID", digest.id().value() + "-" + number++);
            line("DTSTAMP", STAMP.format(stamp));
            write(task);
            line("END", "VTODO");
        }
        line("END", "VCALENDAR");
    }

    private void write(Content.Task task) {
        text("SUMMARY", task.what());
        text("DESCRIPTION", description(task));
        task.due().flatMap(Content.Due::date).ifPresent(this::due);
        line("STATUS", task.done() ? "COMPLETED" : "NEEDS-ACTION");
    }

    private void due(LocalDate date) {
        line("DUE;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(date));
    }

    private String description(Content.Task task) {
        return Stream.of(
                        task.who(),
                        task.due().map(Content.Due::words),
                        Optional.of(title),
                        task.at().map(TimeCode::of))
                .flatMap(Optional::stream)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private void text(String name, String value) {
        var clean = CONTROL.matcher(naming.named(value)).replaceAll(" ");
        line(
                name,
                clean.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    /** A line of more octets goes on behind a space in the next one; no character is cut. */
    private void line(String name, String value) {
        var octets = 0;
        var line = name + ":" + value;
        for (var i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            var character = line.codePointAt(i);
            var width = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += width;
        }
        lines.append("\r\n");
    }
}
