package app.aisha.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {

    private static final String ALPHABETS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?…–—«»“”№₽\u00A0";

    private static DejaVuSans font;
    private static Wording wording;

    @BeforeAll
    static void unpack(@TempDir Path cache) throws IOException {
        font = DejaVuSans.unpack(cache);
        wording = new Wording(font.regular(28));
    }

    @Test
    void theFontKnowsRussianAndEnglish() {
        assertThat(font.regular(28).canDisplayUpTo(ALPHABETS)).isEqualTo(-1);
        assertThat(font.bold(28).canDisplayUpTo(ALPHABETS)).isEqualTo(-1);
    }

    @Test
    void whatFitsStays() {
        assertThat(wording.fit("Расшифровки: 105", 500)).isEqualTo("Расшифровки: 105");
    }

    @Test
    void whatTheFontLacksIsLeftOut() {
        assertThat(wording.fit("Один день 🚀", 500)).isEqualTo("Один день");
    }

    @Test
    void linesBecomeOne() {
        assertThat(wording.fit("Один\nдень\u0000", 500)).isEqualTo("Один день");
    }

    @Test
    void whatIsTooWideEndsInAnEllipsis() {
        var cut = wording.fit("Расшифровки и всё прочее", 150);
        assertThat(cut).startsWith("Расш").endsWith("…");
        assertThat(wording.width(cut)).isLessThanOrEqualTo(150);
    }

    @Test
    void anEndlessTextIsCutToo() {
        assertThat(wording.fit("i".repeat(1_000_000), 1_000_000)).hasSizeLessThan(1000);
    }
}
