package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.Finding.Kind;
import app.aisha.core.wallet.LedgerInspector.Totals;
import app.aisha.core.wallet.WalletExamples;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How far a look at the ledger goes. */
class InspectionDepthTest {

    private final CountingHouse house = new CountingHouse();
    private final UserId owner = house.someone();

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    @Test
    void whateverManyDidByTheRulesIsInOrder() {
        var random = new Random(11);
        var people = Stream.generate(house::someone).limit(7).toList();
        for (var i = 0; i < 60; i++) {
            doSomething(people.get(random.nextInt(people.size())), random);
        }

        assertThat(house.inspector.whole().findings()).isEmpty();
        assertThat(house.inspector.recent(house.clock.instant()).findings()).isEmpty();
    }

    private void doSomething(UserId somebody, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> house.working(somebody, 9);
            case 1 -> house.ready(somebody, 9, random.nextInt(9));
            case 2 -> house.cancelled(somebody, 9);
            case 3 -> house.wallets.refund(house.captured(somebody, 9, 5).id(), WalletExamples.refund(3));
            case 4 -> house.wallets.hold(WalletExamples.hold(somebody, 2_000));
            case 5 -> house.wallets.book(somebody, WalletExamples.take(random.nextInt(1, 30)));
            case 6 -> house.wallets.book(somebody, WalletExamples.purchase(random.nextInt(1, 30)));
            default -> house.wallets.of(somebody);
        }
    }

    @Test
    void anEmptyLedgerIsInOrder() {
        assertThat(house.inspector.whole().findings()).isEmpty();
        assertThat(house.inspector.totals()).isEqualTo(new Totals(Credits.NONE, Credits.NONE, 0, Duration.ZERO));
    }

    @Test
    void aRecentLookLeavesTheOldAloneButForOpenHolds() {
        var stranger = house.someone();
        house.captured(stranger, 10, 10);
        house.working(owner, 50);
        house.clock.advance(Duration.ofMinutes(10));
        var since = house.clock.instant();
        house.captured(house.someone(), 10, 10);
        var damage = List.of("UPDATE wallets SET free = free + 1", "DELETE FROM scheduled_tasks");

        var whole = house.after(damage, house.inspector::whole);
        var recent = house.after(damage, () -> house.inspector.recent(since));

        assertThat(whole.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.WALLET_DIFFERS, Kind.WALLET_DIFFERS, Kind.WALLET_DIFFERS, Kind.HOLD_WITHOUT_JOB);
        assertThat(recent.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.WALLET_DIFFERS, Kind.WALLET_DIFFERS, Kind.HOLD_WITHOUT_JOB);
        assertThat(recent.findings())
                .extracting(Finding::subject)
                .doesNotContain(house.walletOf(stranger).toString());
    }

    @Test
    void onlyOpenHoldsAreLookedAtCompletelyEachTime() {
        assertThat(house.inspector.whole().complete()).containsExactlyInAnyOrder(Kind.values());
        assertThat(house.inspector.recent(house.clock.instant()).complete())
                .containsExactlyInAnyOrder(
                        Kind.HOLD_OVERDUE, Kind.HOLD_WITHOUT_WORK, Kind.HOLD_WITHOUT_JOB, Kind.WORK_WITHOUT_HOLD);
    }

    @Test
    void aDisasterIsToldInPart() {
        for (var i = 0; i <= PostgresLedgerInspector.MOST; i++) {
            house.wallets.hold(WalletExamples.hold(owner, 1));
        }
        house.clock.advance(Duration.ofDays(1));

        var inspection = house.inspector.whole();

        assertThat(inspection.findings())
                .hasSize(PostgresLedgerInspector.MOST)
                .extracting(Finding::kind)
                .containsOnly(Kind.HOLD_OVERDUE);
        assertThat(inspection.complete()).doesNotContain(Kind.HOLD_OVERDUE).contains(Kind.HOLD_WITHOUT_WORK);
    }

    /** Until a feature says what its work is, its holds are only compared with the ledger. */
    @Test
    void holdsOfAKindWhoseWorkNobodyNamedAreLookedAtAlone() {
        var hold = WalletExamples.hold(owner, 5);
        house.wallets.hold(hold);
        assertThat(house.inspector.whole().findings()).isEmpty();

        house.wallets.settle(hold.id(), new Ending.Release("GONE"));
        assertThat(house.inspector.whole().findings()).isEmpty();
    }

    /** By the statements of docs/operations.md. */
    @Test
    void aHoldWhoseWorkIsGoneCanBeEndedByHand() throws IOException {
        var hold = house.working(owner, 50).terms().orElseThrow().hold();
        house.client.sql("DELETE FROM user_transcripts").update();
        var guide = Files.readString(Path.of("../docs/operations.md"));
        var statements = guide.substring(guide.indexOf("    BEGIN;") + 10, guide.indexOf("    COMMIT;"))
                .replace("HOLD", "'" + hold.value() + "'");

        house.database.run(() -> house.client.sql(statements).update());

        assertThat(house.wallets.of(owner)).isEqualTo(WalletExamples.balance(1_000, 0, 3));
        assertThat(house.inspector.whole().findings()).isEmpty();
    }

    @Test
    void allWalletsAreSummedUp() {
        house.working(owner, 50);
        house.clock.advance(Duration.ofMinutes(3));
        house.working(house.someone(), 7);

        assertThat(house.inspector.totals())
                .isEqualTo(new Totals(new Credits(1_943), new Credits(57), 2, Duration.ofMinutes(3)));
    }

    @Test
    void aDatabaseThatIsAwayIsAnOutage() {
        var nowhere = new PostgresDatabase(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:9/none"));
        var blind = new PostgresLedgerInspector(nowhere, InstantSource.system(), List.of());

        assertThatThrownBy(blind::whole).isInstanceOf(StorageUnavailable.class);
    }
}
