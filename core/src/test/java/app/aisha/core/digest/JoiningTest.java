package app.aisha.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningTest {

    private static Content.Statement statement(String text) {
        return new Content.Statement(text, Optional.empty());
    }

    private static Content.Task task(String what, String who) {
        return new Content.Task(
                what, Optional.of(who).filter(it -> !it.isEmpty()), Optional.empty(), Optional.empty(), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Перенести запуск на декабрь | Запуск перенесён на декабрь | 1",
                "Hire a designer for Lisbon | Hiring designers for Lisbon | 1",
                "Заплатить 500 тенге | Заплатить 700 тенге | 2",
                "Перенести запуск на декабрь | Отменить запуск в январе | 2",
                "Да | Да | 2",
            })
    void whatIsNearlyTheSameIsSaidOnce(String one, String other, int left) {
        assertThat(Joining.statements(Stream.of(statement(one), statement(other))))
                .hasSize(left);
    }

    @Test
    void theSameTaskOfOthersIsAnother() {
        assertThat(Joining.tasks(Stream.of(
                        task("Написать отчёт", "Диля"), task("Написать отчёт", "Ержан"), task("Написать отчёты", ""))))
                .extracting(Content.Task::who)
                .containsExactly(Optional.of("Диля"), Optional.of("Ержан"));
    }

    @Test
    void namesWithOtherEndingsAreTheSame() {
        assertThat(Joining.names(Stream.of("Ержан", "Ержана", "S1", "S2", "S1")))
                .containsExactly("Ержан", "S1", "S2");
    }
}
