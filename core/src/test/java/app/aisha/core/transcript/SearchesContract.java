package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place that keeps searches promises. */
public interface SearchesContract {

    Searches searches();

    /** A person without searches. */
    UserId someone();

    @Test
    default void wordsAreFoundByTheirNumber() {
        var dilnara = someone();
        var first = searches().keep(dilnara, "it's \"so\" '); -- ё");
        var second = searches().keep(dilnara, "second");

        assertThat(first).isNotEqualTo(second);
        assertThat(searches().find(dilnara, first)).contains("it's \"so\" '); -- ё");
        assertThat(searches().find(dilnara, second)).contains("second");
    }

    @Test
    default void aStrangersNumberIsTheirOwn() {
        var number = searches().keep(someone(), "secret");

        assertThat(searches().find(someone(), number)).isEmpty();
    }

    @Test
    default void theLatestTwentyAreKept() {
        var dilnara = someone();
        var numbers = IntStream.rangeClosed(1, Searches.KEPT + 1)
                .mapToObj(count -> searches().keep(dilnara, "search " + count))
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(searches().find(dilnara, numbers.getFirst())).isEmpty();
        assertThat(searches().find(dilnara, numbers.get(1))).contains("search 2");
        assertThat(searches().find(dilnara, numbers.getLast())).contains("search 21");
    }
}
