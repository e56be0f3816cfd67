package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.privacy.Farewells.Saying;
import app.aisha.core.privacy.Trace.Fate;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Removal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoveTracesTest {

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void leave() {
        house = new House(folder);
        house.leaves();
    }

    @Test
    void everyFileAndEveryRequestGoesAndThePersonIsToldOnce() throws InterruptedException {
        house.clears();
        house.clears();

        assertThat(house.kept()).isEmpty();
        assertThat(house.trainer.cancelled()).containsExactly("t-1");
        assertThat(house.painter.cancelled()).containsExactly("p-2");
        assertThat(house.trainer.forgotten()).containsExactly("t-1");
        assertThat(house.painter.forgotten()).containsExactlyInAnyOrder("p-1", "p-2");
        assertThat(house.told).hasSize(1);
        assertThat(house.told.getFirst().count(Fate.REMOVED)).isEqualTo(3);
        assertThat(house.erasures.all()).isEmpty();
    }

    @Test
    void aRefusalIsNoRemovalAndIsToldAsLeftBehind() throws InterruptedException {
        house.painter.answersForget(() -> Removal.REFUSED);

        house.clears();

        assertThat(house.told.getFirst().count(Fate.REMOVED)).isEqualTo(1);
        assertThat(house.told.getFirst().count(Fate.REFUSED)).isEqualTo(2);
    }

    @Test
    void aServiceThatIsAwayIsAskedOncePerRunAndGivenUpAfterDaysAndKeepsTheOthersWaitingForNothing()
            throws InterruptedException {
        house.trainer.goesAway();

        var again = (JobOutcome.Again) house.clear();
        assertThat(house.trainer.asked()).isEqualTo(1);
        assertThat(house.painter.forgotten()).containsExactly("p-1");
        assertThat(again.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        assertThat(house.kept()).isEmpty();

        house.clock.advance(RemoveTraces.PATIENCE.plusSeconds(1));
        house.clears();
        assertThat(house.told.getFirst().count(Fate.UNREACHABLE)).isEqualTo(1);
        assertThat(house.told.getFirst().count(Fate.REMOVED)).isEqualTo(2);
    }

    @Test
    void whatAWorkerStoresThatHasNotNoticedYetGoesToo() throws InterruptedException {
        house.erasures.line.add("job-1");
        assertThat(house.clear()).isInstanceOf(JobOutcome.Again.class);

        house.keeps("pictures/late/picture.png");
        house.erasures.line.clear();
        house.clears();

        assertThat(house.kept()).isEmpty();
        assertThat(house.told).hasSize(1);
    }

    @Test
    void daysOfWaitingForOurOwnWorkDoNotCount() throws InterruptedException {
        house.erasures.line.add("job-1");
        house.clear();
        house.clock.advance(RemoveTraces.PATIENCE.plusSeconds(1));
        house.erasures.line.clear();
        house.trainer.goesAway();

        assertThat(house.clear()).isInstanceOf(JobOutcome.Again.class);

        assertThat(house.told).isEmpty();
    }

    @Test
    void messagesThatAreBeingHandledAreWaitedFor() throws InterruptedException {
        house.erasures.handled.add(house.mira.chat());

        assertThat(house.clear()).isInstanceOf(JobOutcome.Again.class);
        assertThat(house.told).isEmpty();
    }

    @Test
    void theLastWordIsTriedAgainAndGivenUpWhereNobodyHears() throws InterruptedException {
        house.saying = new Saying.Later(Duration.ofSeconds(9), "too many");
        for (var tries = 0; house.told.isEmpty() && tries < 9; tries++) {
            house.clear();
            house.clock.advance(Duration.ofSeconds(20));
        }
        assertThat(house.told.getFirst().addressee())
                .isEqualTo(new Erasure.Addressee(house.mira.chat(), house.mira.language()));
        assertThat(house.erasures.all()).hasSize(1);

        house.saying = new Saying.Impossible();
        house.clears();
        assertThat(house.erasures.all()).isEmpty();
    }
}
