package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that holds people's records promises. */
public interface PersonalRecordsContract {

    PersonalRecords records();

    /** Somebody with one request at a service far away, and one job in line. */
    UserId someone();

    @Test
    default void whoIsThereIsCountedAndRemovedAlone() {
        var leaving = someone();
        var staying = someone();

        assertThat(records().lock(leaving)).isTrue();
        assertThat(records().traces(leaving))
                .hasSize(1)
                .allSatisfy(trace -> assertThat(trace.request()).isPresent());
        assertThat(records().work(leaving)).hasSize(1);
        records().remove(leaving);

        assertThat(records().lock(leaving)).isFalse();
        assertThat(records().traces(leaving)).isEmpty();
        assertThat(records().work(leaving)).isEmpty();
        assertThat(records().lock(staying)).isTrue();
        assertThat(records().traces(staying)).hasSize(1);
        assertThat(records().work(staying)).hasSize(1);
    }

    @Test
    default void ofNobodyThereIsNothing() {
        var nobody = new UserId(UUID.randomUUID());

        records().remove(nobody);

        assertThat(records().lock(nobody)).isFalse();
        assertThat(records().count(nobody)).isEqualTo(InMemoryRecords.NOTHING);
        assertThat(records().traces(nobody)).isEmpty();
        assertThat(records().work(nobody)).isEmpty();
    }
}
