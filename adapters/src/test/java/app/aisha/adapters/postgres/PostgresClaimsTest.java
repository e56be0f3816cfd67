package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.bot.Eventually;
import app.aisha.bot.intake.ChatClaims;
import app.aisha.bot.intake.ChatClaimsContract;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class PostgresClaimsTest implements ChatClaimsContract {

    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();

    private final AtomicBoolean away = new AtomicBoolean();
    private final PostgresClaims one = new PostgresClaims(gate(DATABASE.dataSource(), away));
    private final PostgresClaims other = new PostgresClaims(DATABASE.dataSource());

    private static DataSource gate(DataSource database, AtomicBoolean away) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLException("away");
                }
                return super.getConnection();
            }
        };
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Override
    public ChatClaims one() {
        return one;
    }

    @Override
    public ChatClaims other() {
        return other;
    }

    @Override
    public void oneIsGone() {
        one.close();
    }

    @Test
    void whoseSessionTheServerEndedHoldsNothingAndClaimsAnew() throws Exception {
        var chat = ChatClaimsContract.someChat();
        one.claim(chat);

        endSessions();

        Eventually.until("the loss is seen", () -> !one.holds(chat));
        Eventually.until("it is claimed again", () -> claimed(one, chat));
    }

    /** Whoever lost a session asks again instead of believing on, also for what it had. */
    @Test
    void whatAnotherClaimedAfterALossIsTheOthers() throws Exception {
        var chat = ChatClaimsContract.someChat();
        var third = ChatClaimsContract.someChat();
        one.claim(chat);
        other.claim(third);

        endSessions();
        Eventually.until("both see the loss", () -> !one.holds(chat) && !other.holds(third));
        Eventually.until("the other has it after the grace", () -> claimed(other, chat));

        assertThat(one.claim(chat)).isFalse();
        assertThat(one.holds(chat)).isFalse();
    }

    @Test
    void whatIsGivenBackIsNotBelievedInFromThatMomentOn() throws Exception {
        for (var round = 0; round < 50; round++) {
            var chat = ChatClaimsContract.someChat();
            one.claim(chat);

            one.release(List.of(chat));

            assertThat(one.holds(chat)).isFalse();
            assertThat(one.claim(chat)).isTrue();
            assertThat(one.holds(chat)).isTrue();
        }
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsToldThatAChatIsFree() throws Exception {
        var chat = ChatClaimsContract.someChat();
        one.claim(chat);
        away.set(true);
        endSessions();
        Eventually.until("the loss is seen", () -> !one.holds(chat));

        assertThatThrownBy(() -> one.claim(chat)).isInstanceOf(StorageUnavailable.class);

        away.set(false);
        assertThat(one.claim(chat)).isTrue();
    }

    @Test
    void moreChatsThanTheServerHasRoomForWaitForTheFirst() throws Exception {
        var chats = LongStream.range(0, 1_000)
                .mapToObj(number -> new ChatId(7_000_000 + number))
                .toList();
        for (var chat : chats) {
            assertThat(one.claim(chat)).isTrue();
        }
        var late = ChatClaimsContract.someChat();
        var got = new AtomicBoolean();
        Thread.ofVirtual().start(() -> got.set(claimed(one, late)));
        assertThat(other.claim(late)).isTrue();
        other.release(List.of(late));
        assertThat(got).isFalse();

        one.release(chats);

        Eventually.until("it has its turn", got::get);
    }

    @Test
    void oneInstancePollsAndTheOtherTakesOver() throws Exception {
        Eventually.until(
                "one of them polls",
                () -> List.of(one.mayPoll(), other.mayPoll()).contains(true));
        var leads = one.mayPoll() ? one : other;
        var waits = leads == one ? other : one;
        assertThat(waits.mayPoll()).isFalse();

        leads.close();

        Eventually.until("the other polls", waits::mayPoll);
        assertThat(leads.mayPoll()).isFalse();
    }

    @Test
    void whoCannotPollLeavesItToTheOther() {
        Eventually.until("one polls", one::mayPoll);
        other.mayPoll();
        Eventually.until("the other sees it", other::anotherPolls);

        one.standDown();

        assertThat(one.mayPoll()).isFalse();
        Eventually.until("the other polls", other::mayPoll);
        Eventually.until("the first sees it", one::anotherPolls);
        assertThat(one.mayPoll()).isFalse();
    }

    @Test
    void whoIsAloneComesBackToPolling() {
        Eventually.until("it polls", one::mayPoll);

        one.standDown();

        assertThat(one.mayPoll()).isFalse();
        Eventually.until("it polls again", one::mayPoll);
    }

    /** As a stopped process does. */
    @Test
    void aSessionThatSaysNothingLosesItsLocks() throws Exception {
        var key = ChatClaimsContract.someChat().value();
        try (var stopped = ClaimSession.open(DATABASE.dataSource(), Duration.ofMillis(300));
                var living = ClaimSession.open(DATABASE.dataSource(), Duration.ofMinutes(1))) {
            assertThat(stopped.lock(Set.of(key))).containsExactly(key);

            Eventually.until("the lock is free", () -> locked(living, key));

            assertThatThrownBy(stopped::ping).isInstanceOf(SQLException.class);
        }
    }

    private static boolean locked(ClaimSession session, long key) {
        try {
            return session.lock(Set.of(key)).contains(key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endSessions() {
        JdbcClient.create(DATABASE.dataSource())
                .sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' GROUP BY pid")
                .query(Boolean.class)
                .list();
    }

    private static boolean claimed(ChatClaims claims, ChatId chat) {
        try {
            return claims.claim(chat);
        } catch (StorageUnavailable _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
