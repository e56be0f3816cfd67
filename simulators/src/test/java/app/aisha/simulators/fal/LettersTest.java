package app.aisha.simulators.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    @Test
    void wordsAreWrappedInCapitals() {
        assertThat(Letters.lines("a cat  on\nthe mat", 6, 4)).containsExactly("A CAT", "ON THE", "MAT");
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(Letters.lines("one two three four", 5, 2)).containsExactly("ONE", "TWO…");
        assertThat(Letters.lines("incomprehensible", 5, 2)).containsExactly("INCOM", "PREH…");
        assertThat(Letters.lines("exact", 5, 1)).containsExactly("EXACT");
    }

    @Test
    void whatThereIsNoLetterForIsABlank() {
        assertThat(Letters.lines("a🚀b", 9, 1)).containsExactly("A B");
        assertThat(Letters.lines("", 9, 1)).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", ".,:;!?-'\"()/&+%…_"
            })
    void eachLetterIsThere(String alphabet) {
        assertThat(Letters.lines(alphabet, 99, 1)).containsExactly(alphabet);
        for (var place = 0; place < alphabet.length(); place++) {
            assertThat(dots(alphabet.substring(place, place + 1))).as(alphabet).isPositive();
        }
    }

    @Test
    void lettersAreTheirDots() {
        assertThat(dots("I")).isEqualTo(3 + 5 + 3);
        assertThat(dots("II")).isEqualTo(2 * dots("I"));
        assertThat(dots("А")).as("Russian").isEqualTo(dots("A"));
    }

    private static long dots(String line) {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        Letters.draw(canvas, line, 1, 1, 1);
        canvas.dispose();
        var count = 0L;
        for (var pixel : image.getRGB(0, 0, 20, 10, null, 0, 20)) {
            count += pixel & 1;
        }
        return count;
    }
}
