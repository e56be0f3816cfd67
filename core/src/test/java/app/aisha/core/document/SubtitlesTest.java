package app.aisha.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Subtitles, read again by a parser that knows only the two formats. */
class SubtitlesTest {

    private static final Pattern TIMING =
            Pattern.compile("(\\d{2,}):(\\d\\d):(\\d\\d)[,.](\\d{3}) --> (\\d{2,}):(\\d\\d):(\\d\\d)[,.](\\d{3})");
    private static final Pattern VOICE = Pattern.compile("<v ([^>]*)>(?s:(.*))");

    private record Shown(long start, long end, List<String> lines) {}

    @Test
    void longSpeechIsCutAtEndsOfSentencesAndSharesItsTime() throws IOException {
        var text = "Коллеги, давайте начнём с отчёта за третий квартал, а потом перейдём к планам. "
                + "Я подготовлю смету к пятнице. Есть ли вопросы по срокам, по деньгам или по людям?";
        assertThat(srt(speech("Анна", 1, 11, text))).isEqualTo("""
            1
            00:00:01,000 --> 00:00:04,478
            Анна: Коллеги, давайте начнём
            с отчёта за третий квартал,

            2
            00:00:04,478 --> 00:00:07,894
            а потом перейдём к планам.
            Я подготовлю смету к пятнице.

            3
            00:00:07,894 --> 00:00:11,000
            Есть ли вопросы по срокам,
            по деньгам или по людям?
            """);
    }

    @Test
    void aSlowWordIsShownForSevenSecondsAndAQuickOneForHalfASecond() throws IOException {
        assertThat(parse(srt(speech("", 2, 60, "Да.")), false))
                .containsExactly(new Shown(2_000, 9_000, List.of("Да.")));
        assertThat(parse(srt(speech("", 2, 2, "Да.")), false)).containsExactly(new Shown(2_000, 2_500, List.of("Да.")));
    }

    @Test
    void whoBeganFirstEndsWhenAnotherSpeaks() throws IOException {
        var shown = parse(srt(speech("", 0, 5, "Первый."), speech("", 3, 4, "Второй.")), false);
        assertThat(shown)
                .containsExactly(new Shown(0, 3_000, List.of("Первый.")), new Shown(3_000, 4_000, List.of("Второй.")));
    }

    @Test
    void textIsNoMarkup() throws IOException {
        var speech = speech("<b>&", 0, 3, "a --> b <i>c</i> {\\an8} 3<5");
        assertThat(srt(speech)).endsWith("\n< b>&: a -- > b < i>c< /i> { \\an8} 3<5\n");
        assertThat(vtt(speech)).endsWith("\n<v &lt;b&gt;&amp;>a --&gt; b &lt;i&gt;c&lt;/i&gt; {\\an8} 3&lt;5\n");
    }

    @Test
    void oddDocumentsAreCompleteInOrderAndWithinTheLimits() throws IOException {
        for (var seed = 0; seed < 300; seed++) {
            check(SampleDocuments.random(seed));
        }
    }

    @Test
    void soIsAWholeDay() throws IOException {
        check(SampleDocuments.meeting(5_000));
    }

    private static void check(TextDocument document) throws IOException {
        var speeches = document.blocks().stream()
                .filter(Speech.class::isInstance)
                .map(Speech.class::cast)
                .sorted(Comparator.comparing(Speech::start))
                .toList();
        var srt = new StringBuilder();
        SrtText.render(document, srt);
        var named = new StringBuilder();
        var speaker = "";
        for (var speech : speeches) {
            var name = speech.speaker().orElse("");
            named.append(name.isEmpty() || name.equals(speaker) ? "" : name + ":")
                    .append(speech.text());
            speaker = name;
        }
        check(parse(srt.toString(), false), named.toString());

        var vtt = new StringBuilder();
        VttText.render(document, vtt);
        var texts = new StringBuilder();
        speeches.forEach(speech -> texts.append(speech.text()));
        check(parse(vtt.toString(), true), texts.toString());
    }

    private static void check(List<Shown> cues, String text) {
        var until = 0L;
        var all = new StringBuilder();
        for (var cue : cues) {
            assertThat(cue.start()).isGreaterThanOrEqualTo(until);
            assertThat(cue.end() - cue.start()).isBetween(500L, 7_000L);
            assertThat(cue.lines()).hasSizeBetween(1, 2).allMatch(line -> line.length() <= 42 && !line.isBlank());
            until = cue.end();
            cue.lines().forEach(all::append);
        }
        assertThat(all.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    private static List<Shown> parse(String file, boolean isVtt) {
        var shown = new ArrayList<Shown>();
        var blocks = new ArrayList<>(Arrays.asList(file.split("\n\n", -1)));
        if (isVtt) {
            assertThat(blocks.removeFirst().strip()).isEqualTo("WEBVTT");
        }
        for (var block : blocks) {
            if (block.isEmpty()) {
                continue;
            }
            var lines = block.lines().toList();
            assertThat(lines.getFirst()).isEqualTo(Integer.toString(shown.size() + 1));
            var timing = TIMING.matcher(lines.get(1));
            assertThat(timing.matches()).as(lines.get(1)).isTrue();
            var text = String.join("\n", lines.subList(2, lines.size()));
            assertThat(text).doesNotContain("-->");
            shown.add(new Shown(
                    millis(timing.group(1), timing.group(2), timing.group(3), timing.group(4)),
                    millis(timing.group(5), timing.group(6), timing.group(7), timing.group(8)),
                    (isVtt ? unescaped(text) : text).lines().toList()));
        }
        return shown;
    }

    private static String unescaped(String text) {
        var voice = VOICE.matcher(text);
        var words = voice.matches() ? voice.group(2) : text;
        assertThat(words).doesNotContain("<", ">");
        return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static long millis(String hours, String minutes, String seconds, String millis) {
        return Duration.ofHours(Long.parseLong(hours))
                .plusMinutes(Long.parseLong(minutes))
                .plusSeconds(Long.parseLong(seconds))
                .plusMillis(Long.parseLong(millis))
                .toMillis();
    }

    private static Speech speech(String speaker, int start, int end, String text) {
        return new Speech(Optional.of(speaker), Duration.ofSeconds(start), Duration.ofSeconds(end), text);
    }

    private static String srt(Speech... speeches) throws IOException {
        var out = new StringBuilder();
        SrtText.render(new TextDocument("", Locale.ROOT, List.of(), List.of(speeches)), out);
        return out.toString();
    }

    private static String vtt(Speech... speeches) throws IOException {
        var out = new StringBuilder();
        VttText.render(new TextDocument("", Locale.ROOT, List.of(), List.of(speeches)), out);
        return out.toString();
    }
}
