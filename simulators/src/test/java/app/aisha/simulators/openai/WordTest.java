package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTest {
    @Test
    void aCutWordLeavesHalfOfItsLettersOnTheSideThatWasHeard() {
        var word = new Word("встреча", 10, 10.6);
        assertThat(word.fragment(0, 10.3).text()).isEqualTo("вст");
        assertThat(word.fragment(10.3, 20).text()).isEqualTo("еча");
        assertThat(word.fragment(0, 10.3).end()).isEqualTo(10.3);
    }

    @Test
    void aLetterOutsideTheBasicPlaneIsNotTornApart() {
        assertThat(new Word("😀😀", 1, 2).fragment(0, 1.5).text()).isEqualTo("😀");
    }

    @Test
    void aSingleLetterCutIsLost() {
        assertThat(new Word("я", 1, 2).fragment(0, 1.5).text()).isEmpty();
    }

    @Test
    void aWordIsHeardWholeWhenItSticksOutByLessThanTheToleranceAndNotOnTheOtherSide() {
        var word = new Word("да", 10, 10.4);
        assertThat(word.within(0, 10.38)).isTrue();
        assertThat(word.touches(10.38, 20)).isFalse();
        assertThat(word.within(0, 10.2)).isFalse();
        assertThat(word.touches(0, 10.2)).isTrue();
    }

    @Test
    void aVeryShortWordIsNotOverlooked() {
        assertThat(new Word("и", 10, 10.02).touches(9, 11)).isTrue();
    }
}
