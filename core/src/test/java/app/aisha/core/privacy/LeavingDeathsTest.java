package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.SuddenDeath;
import app.aisha.core.privacy.Trace.Fate;
import app.aisha.core.wallet.Account;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process dies before and after every commit and every call of the outside while somebody leaves. The points are not listed
 * anywhere: each run passes one more before it dies, until one passes them all.
 */
class LeavingDeathsTest {

    @TempDir
    private Path folder;

    @Test
    void atEveryPointTheEndIsTheSame() throws InterruptedException {
        var points = 0;
        while (dies(points + 1)) {
            points++;
        }
        System.out.printf("Leaving: %d points of death%n", points);
        assertThat(points).isGreaterThan(12);
    }

    /** False where no death came, because there were fewer points. */
    private boolean dies(int point) throws InterruptedException {
        var death = new SuddenDeath(point);
        var house = new House(folder.resolve("house-" + point), death);
        house.holds(30);
        death.begin();
        var died = leaves(house);
        for (var tries = 0; tries < 50; tries++) {
            try {
                if (!(house.clear() instanceof JobOutcome.Again again)) {
                    break;
                }
                house.clock.advance(again.pause());
            } catch (SuddenDeath.Died _) {
                died = true;
            }
        }
        check(house);
        return died;
    }

    /** As the person would: until there is an answer. */
    private static boolean leaves(House house) {
        var died = false;
        while (true) {
            try {
                house.leaves();
                return died;
            } catch (SuddenDeath.Died _) {
                died = true;
            }
        }
    }

    private static void check(House house) {
        assertThat(house.users.find(house.mira.id())).isEmpty();
        assertThat(house.kept()).isEmpty();
        assertThat(house.wallets.total(Account.WRITEOFF)).isEqualTo(House.GIFT.amount());
        assertThat(house.erasures.all()).isEmpty();
        assertThat(house.told)
                .hasSizeBetween(1, 2)
                .allSatisfy(told -> assertThat(told.count(Fate.REMOVED)).isEqualTo(3));
        assertThat(house.trainer.cancelled()).contains("t-1");
        assertThat(house.trainer.forgotten()).contains("t-1");
        assertThat(house.painter.forgotten()).contains("p-1", "p-2");
    }
}
