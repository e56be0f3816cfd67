package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.Finding.Kind;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.WalletExamples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresLedgerInspectorTest {

    private static final CountingHouse HOUSE = new CountingHouse();
    private static final UserId OWNER = HOUSE.someone();
    private static final Transcript.Working WORKING = HOUSE.working(OWNER, 50);
    private static final Transcript.Ready READY = HOUSE.ready(OWNER, 40, 30);
    private static final Transcript.Ready SILENT = HOUSE.ready(OWNER, 40, 0);
    private static final Transcript.Cancelled CANCELLED = HOUSE.cancelled(OWNER, 20);
    private static final Hold PICTURE = HOUSE.captured(OWNER, 30, 20);
    private static final UserId SPENDER = HOUSE.someone();
    private static final Booking WRITTEN_OFF = new Booking.StarsRefund("charge", new Credits(7), "asked for");

    static {
        HOUSE.wallets.refund(PICTURE.id(), WalletExamples.refund(4));
        HOUSE.wallets.book(SPENDER, WalletExamples.take(1_000));
        HOUSE.wallets.book(SPENDER, WRITTEN_OFF);
    }

    @AfterAll
    static void closeTheHouse() {
        HOUSE.close();
    }

    /** What somebody did to the database, and what is to be found of it. */
    record Damage(Kind kind, Object subject, List<String> statements) {

        /** {@code $names} in the statements stand for what is there. */
        static Damage of(Kind kind, Object subject, String... statements) {
            return new Damage(
                    kind, subject, Arrays.stream(statements).map(Damage::filled).toList());
        }

        private static String filled(String statement) {
            return statement
                    .replace("$working", quoted(WORKING.id().value()))
                    .replace("$ready", quoted(READY.id().value()))
                    .replace("$silent", quoted(SILENT.id().value()))
                    .replace("$cancelled", quoted(CANCELLED.id().value()))
                    .replace("$open", quoted(openHold()))
                    .replace("$picture", quoted(PICTURE.id().value()))
                    .replace("$wallet", quoted(wallet()))
                    .replace("$spender", quoted(HOUSE.walletOf(SPENDER)));
        }

        private static String quoted(UUID id) {
            return "'" + id + "'";
        }
    }

    private static UUID wallet() {
        return HOUSE.walletOf(OWNER);
    }

    private static UUID openHold() {
        return WORKING.terms().orElseThrow().hold().value();
    }

    private static UUID transaction(String condition) {
        return HOUSE.client
                .sql("SELECT id FROM ledger_transactions WHERE " + Damage.filled(condition))
                .query(UUID.class)
                .single();
    }

    /** A transaction of the wallet that is in order as far as the wallet goes. */
    private static String[] added(String kind, String hold, String entries, long free, long held) {
        return new String[] {
            """
            INSERT INTO ledger_transactions SELECT '00000000-0000-7000-8000-000000000001', id, version + 1, '%s', 'made up', %s,
                '', free + %d, now() FROM wallets WHERE id = $wallet\
            """.formatted(kind, hold, free),
            """
            INSERT INTO ledger_entries SELECT '00000000-0000-7000-8000-000000000001', account::ledgeraccount, $wallet, amount
            FROM (VALUES %s) made_up (account, amount)\
            """.formatted(entries),
            "UPDATE wallets SET free = free + %d, held = held + %d, version = version + 1 WHERE id = $wallet"
                    .formatted(free, held)
        };
    }

    static Stream<Damage> damages() {
        return Stream.of(inTheLedger(), inHolds(), inWork()).flatMap(damages -> damages);
    }

    private static Stream<Damage> inTheLedger() {
        var latest = transaction("wallet_id = $wallet AND number = (SELECT version FROM wallets WHERE id = $wallet)");
        var writtenOff = transaction("idempotency_key = '%s'".formatted(WRITTEN_OFF.key()));
        return Stream.of(
                Damage.of(
                        Kind.TRANSACTION_UNBALANCED,
                        writtenOff,
                        "DELETE FROM ledger_entries WHERE transaction_id = '%s'".formatted(writtenOff)),
                Damage.of(
                        Kind.LEDGER_UNBALANCED,
                        "ledger",
                        "INSERT INTO ledger_entries VALUES (gen_random_uuid(), 'promo', $wallet, 5)"),
                Damage.of(Kind.WALLET_DIFFERS, wallet(), "UPDATE wallets SET free = free + 1 WHERE id = $wallet"),
                Damage.of(Kind.WALLET_DIFFERS, wallet(), "UPDATE wallets SET version = version + 1 WHERE id = $wallet"),
                Damage.of(
                        Kind.NUMBER_MISSING,
                        latest,
                        "UPDATE ledger_transactions SET number = number + 1 WHERE id = '%s'".formatted(latest),
                        "UPDATE wallets SET version = version + 1 WHERE id = $wallet"),
                Damage.of(
                        Kind.FREE_AFTER_DIFFERS,
                        latest,
                        "UPDATE ledger_transactions SET free_after = free_after + 1 WHERE id = '%s'".formatted(latest)),
                Damage.of(
                        Kind.NEGATIVE_BALANCE,
                        wallet(),
                        Stream.of(
                                        new String[] {
                                            "ALTER TABLE wallets DROP CONSTRAINT nobody_owes_credits",
                                            "ALTER TABLE ledger_transactions DROP CONSTRAINT"
                                                    + " ledger_transactions_free_after_check"
                                        },
                                        added("take", "NULL", "('user', -2000), ('admin', 2000)", -2_000, 0))
                                .flatMap(Arrays::stream)
                                .toArray(String[]::new)),
                Damage.of(Kind.ESCROW_DIFFERS, wallet(), added("grant", "NULL", "('user', -5), ('escrow', 5)", -5, 5)));
    }

    private static Stream<Damage> inHolds() {
        return Stream.of(
                Damage.of(
                        Kind.OPENING_DIFFERS,
                        PICTURE.id().value(),
                        "UPDATE ledger_transactions SET kind = 'grant' WHERE hold_id = $picture AND kind = 'hold'"),
                Damage.of(
                        Kind.OPENING_DIFFERS,
                        PICTURE.id().value(),
                        added("hold", "$picture", "('promo', -5), ('gift', 5)", 0, 0)),
                Damage.of(
                        Kind.OPENING_DIFFERS,
                        PICTURE.id().value(),
                        "UPDATE holds SET amount = amount + 1 WHERE id = $picture"),
                Damage.of(
                        Kind.ENDING_DIFFERS,
                        PICTURE.id().value(),
                        "UPDATE ledger_transactions SET kind = 'grant' WHERE hold_id = $picture AND kind = 'capture'"),
                Damage.of(
                        Kind.ENDING_DIFFERS,
                        PICTURE.id().value(),
                        "UPDATE ledger_transactions SET kind = 'void' WHERE hold_id = $picture AND kind = 'capture'"),
                Damage.of(
                        Kind.ENDING_DIFFERS,
                        PICTURE.id().value(),
                        "UPDATE holds SET charged = charged + 1 WHERE id = $picture"),
                Damage.of(Kind.ENDING_DIFFERS, openHold(), added("void", "$open", "('promo', -5), ('gift', 5)", 0, 0)),
                Damage.of(
                        Kind.REFUNDS_DIFFER,
                        PICTURE.id().value(),
                        "UPDATE holds SET refunded = refunded + 1 WHERE id = $picture"),
                Damage.of(
                        Kind.HOLD_OVERDUE,
                        openHold(),
                        "UPDATE holds SET deadline = '2026-11-23T09:59:59Z' WHERE id = $open"));
    }

    private static Stream<Damage> inWork() {
        return Stream.of(
                Damage.of(
                        Kind.HOLD_WITHOUT_WORK,
                        openHold(),
                        "UPDATE user_transcripts SET status = 'cancelled' WHERE id = $working"),
                Damage.of(Kind.HOLD_WITHOUT_WORK, openHold(), "DELETE FROM user_transcripts WHERE id = $working"),
                Damage.of(
                        Kind.HOLD_WITHOUT_WORK,
                        openHold(),
                        "UPDATE holds SET subject = gen_random_uuid() WHERE id = $open"),
                Damage.of(Kind.HOLD_WITHOUT_JOB, openHold(), "DELETE FROM scheduled_tasks"),
                Damage.of(Kind.HOLD_WITHOUT_JOB, openHold(), "UPDATE scheduled_tasks SET task_name = 'lapse'"),
                Damage.of(
                        Kind.WORK_WITHOUT_HOLD,
                        READY.id().value(),
                        "UPDATE user_transcripts SET status = 'working' WHERE id = $ready"),
                Damage.of(
                        Kind.WORK_WITHOUT_HOLD,
                        WORKING.id().value(),
                        "UPDATE user_transcripts SET held = held + 1 WHERE id = $working"),
                Damage.of(
                        Kind.WORK_WITHOUT_HOLD,
                        SILENT.id().value(),
                        "UPDATE user_transcripts SET status = 'working', hold_id = gen_random_uuid() WHERE id ="
                                + " $silent"),
                outcome(READY, "UPDATE user_transcripts SET charged = charged + 1 WHERE id = $ready"),
                outcome(READY, "UPDATE user_transcripts SET status = 'failed', problem = 'GONE' WHERE id = $ready"),
                outcome(SILENT, "UPDATE user_transcripts SET charged = 1 WHERE id = $silent"),
                outcome(CANCELLED, "UPDATE user_transcripts SET hold_id = gen_random_uuid() WHERE id = $cancelled"));
    }

    private static Damage outcome(Transcript over, String statement) {
        return Damage.of(Kind.OUTCOME_DIFFERS, over.id().value(), statement);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatSomebodyDamagedIsFoundAndNothingElse(Damage damage) {
        var found = HOUSE.after(damage.statements(), HOUSE.inspector::whole).findings();

        assertThat(found)
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(damage.kind(), damage.subject().toString()));
        assertThat(found.getFirst().sentence()).endsWith(".").doesNotContain("  ", "%");
    }

    /** Entries of no transaction and holds that are nowhere can be come by only through everything. */
    static Stream<Damage> damagesOfRecentThings() {
        return damages()
                .filter(damage -> damage.kind() != Kind.LEDGER_UNBALANCED
                        && !damage.subject().equals(CANCELLED.id().value()));
    }

    @ParameterizedTest
    @MethodSource("damagesOfRecentThings")
    void aRecentLookSeesItToo(Damage damage) {
        var found = HOUSE.after(damage.statements(), () -> HOUSE.inspector.recent(Instant.EPOCH))
                .findings();

        assertThat(found)
                .extracting(Finding::kind, Finding::subject)
                .contains(tuple(damage.kind(), damage.subject().toString()));
    }

    @Test
    void everyKindIsDamagedByOne() {
        assertThat(damages().map(Damage::kind).collect(Collectors.toSet())).containsExactlyInAnyOrder(Kind.values());
    }
}
