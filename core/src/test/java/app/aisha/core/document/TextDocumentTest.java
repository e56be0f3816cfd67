package app.aisha.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextDocumentTest {

    @ParameterizedTest
    @MethodSource("textsAndWhatIsKept")
    void keepsOnlyWhatEveryFormatCarries(String text, String kept) {
        assertThat(new Paragraph(Optional.empty(), text).text()).isEqualTo(kept);
    }

    static Stream<Arguments> textsAndWhatIsKept() {
        return Stream.of(
                Arguments.of("a\0b\u0007c\u001B", "abc"),
                Arguments.of("half \uD83D", "half \uFFFD"),
                Arguments.of("\uDE00 half", "\uFFFD half"),
                Arguments.of("\uD83D\uDE00", "\uD83D\uDE00"),
                Arguments.of("turned \u202Eround\u2066", "turned round"),
                Arguments.of("\uFEFFmark\uFFFE\uFFFF\uFDD0", "mark"),
                Arguments.of(" two  spaces\tand a tab ", "two spaces and a tab"),
                Arguments.of("no\u00A0break \u2011 and \u200Fright", "no\u00A0break \u2011 and \u200Fright"),
                Arguments.of("one\r\n\r\ntwo\u2028three\u0085four\n", "one\ntwo\nthree\nfour"));
    }

    @Test
    void allButParagraphsAndSpeechesAreOneLine() {
        assertThat(new Heading(1, "a\n\nb").text()).isEqualTo("a b");
        assertThat(new ListItem(Mark.DONE, Optional.empty(), "a\r\nb").text()).isEqualTo("a b");
        assertThat(new Fact("a\nb", "c\td")).isEqualTo(new Fact("a b", "c d"));
        assertThat(document(List.of()).title()).isEqualTo("A title");
    }

    @Test
    void leavesOutWhatNobodySees() {
        var blank = new Paragraph(Optional.empty(), " \u200B\u00A0\n\u3000\0");
        var text = new Paragraph(Optional.empty(), "text");
        assertThat(document(List.of(blank, text)).blocks()).containsExactly(text);
        var facts = List.of(new Fact("Label", " "), new Fact("Date", "today"));
        assertThat(new TextDocument("", Locale.ROOT, facts, List.of()).facts()).containsExactly(facts.getLast());
    }

    @Test
    void timesAreWithinTheRecording() {
        var speech = new Speech(Optional.of("\t"), Duration.ofSeconds(-1), Duration.ofSeconds(-2), "text");
        assertThat(speech).isEqualTo(new Speech(Optional.empty(), Duration.ZERO, Duration.ZERO, "text"));
        assertThat(new Paragraph(Optional.of(Duration.ofSeconds(-1)), "text").at())
                .contains(Duration.ZERO);
    }

    @Test
    void headingsHaveThreeLevels() {
        assertThatThrownBy(() -> new Heading(4, "text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlySpeechesMakeSubtitles() {
        assertThat(document(List.of(new Paragraph(Optional.of(Duration.ZERO), "text")))
                        .formats())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(DocumentFormat.SRT, DocumentFormat.VTT)));
        assertThat(SampleDocuments.meeting(1).formats()).containsExactlyInAnyOrder(DocumentFormat.values());
    }

    private static TextDocument document(List<Block> blocks) {
        return new TextDocument("A\n title", Locale.ENGLISH, List.of(), blocks);
    }
}
