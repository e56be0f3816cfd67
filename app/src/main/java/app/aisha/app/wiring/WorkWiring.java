package app.aisha.app.wiring;

import app.aisha.adapters.jobs.DbSchedulerJobs;
import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.jobs.JobWorkers;
import app.aisha.adapters.postgres.Migrations;
import app.aisha.adapters.postgres.PostgresClaims;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresInbox;
import app.aisha.adapters.postgres.PostgresOutbox;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.app.observe.Traces;
import app.aisha.app.observe.WatchedJobs;
import app.aisha.app.settings.Settings;
import app.aisha.bot.wire.Notices;
import app.aisha.core.account.Users;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.avatar.AvatarNotice;
import app.aisha.core.digest.DigestNotice;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.privacy.PrivacyNotice;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.wallet.LedgerNotice;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and what rests on it: people, jobs, inbox and outbox. */
@Configuration(proxyBeanMethods = false)
class WorkWiring {

    private static final int CONNECTIONS = 20;
    private static final int INTAKE_CONNECTIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** They build indexes. */
    private static final Duration MIGRATIONS = Duration.ofMinutes(30);

    static final String TRANSCRIBE = "transcribe";
    static final String CONTINUE = "continue-transcript";
    static final String LAPSE = "lapse-transcript";
    static final String FILL_GAPS = "fill-gaps";
    static final String ERASE = "erase-recording";
    static final String MAKE_DIGEST = "make-digest";
    static final String CHECK_PHOTO = "check-avatar-photo";
    static final String TRAIN = "train-avatar";
    static final String RUNG = "train-avatar-rung";
    static final String STOP_TRAINING = "stop-avatar-training";
    static final String DROP_PHOTOS = "drop-avatar-photos";
    static final String REMOVE_AVATAR = "remove-avatar-files";
    static final String COMPOSE = "compose-picture-prompt";
    static final String PAINT = "paint-picture";
    static final String STOP_PAINTING = "stop-picture";
    static final String REMOVE_PICTURE = "remove-picture-files";
    static final String REMOVE_PHOTOS = "remove-photos-of-pictures";
    static final String FORGET_TRAINING = "forget-training";
    static final String FORGET_PAINTING = "forget-painting";
    static final String DISCARD_TRAINING = "discard-training";
    static final String DISCARD_PAINTING = "discard-painting";
    static final String EXPORT = "export-everything";
    static final String REMOVE_TRACES = "remove-traces";
    static final String REFUND = "refund-payment";

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    TimeOrderedIds ids(InstantSource clock) {
        return new TimeOrderedIds(clock);
    }

    @Bean
    HikariDataSource pool(Settings settings, MeterRegistry meters) {
        var pool = SidePool.connections(settings, "aisha", CONNECTIONS, PATIENCE);
        pool.setMetricRegistry(meters);
        return pool;
    }

    /** For the updates as they come in: who is about to pay is among them and must not wait for the rest. */
    @Bean
    SidePool intakePool(Settings settings, MeterRegistry meters) {
        var side = SidePool.open(settings, "aisha-intake", INTAKE_CONNECTIONS, PATIENCE);
        side.pool().setMetricRegistry(meters);
        return side;
    }

    @Bean
    PostgresDatabase database(HikariDataSource pool, Settings settings) {
        Migrations.apply(SidePool.unpooled(settings, MIGRATIONS));
        return new PostgresDatabase(pool);
    }

    @Bean
    Users users(PostgresDatabase database, TimeOrderedIds ids, Settings settings) {
        return new PostgresUsers(database, ids, settings.general().house().zone());
    }

    @Bean
    PostgresInbox inbox(@Qualifier("intakePool") SidePool side) {
        return new PostgresInbox(side.database());
    }

    @Bean
    PostgresClaims claims(Settings settings) {
        return new PostgresClaims(SidePool.unpooled(settings, PATIENCE));
    }

    @Bean
    Bell outboxBell() {
        return new Bell();
    }

    @Bean
    Bell jobBell() {
        return new Bell();
    }

    @Bean
    PostgresOutbox outbox(PostgresDatabase database, @Qualifier("outboxBell") Bell bell) {
        return new PostgresOutbox(
                database,
                new Notices(List.of(
                        TranscriptNotice.class,
                        DigestNotice.class,
                        AvatarNotice.class,
                        PictureNotice.class,
                        PaymentNotice.class,
                        LedgerNotice.class,
                        AdminNotice.class,
                        PrivacyNotice.class)),
                bell::ring);
    }

    @Bean
    DbSchedulerJobs jobs(
            PostgresDatabase database, InstantSource clock, @Qualifier("jobBell") Bell bell, Traces traces) {
        return new DbSchedulerJobs(
                database.joined(),
                JobNames.ALL,
                clock,
                PostgresDatabase::afterCommit,
                bell::ring,
                () -> Optional.of(traces.mark()));
    }

    @Bean(destroyMethod = "")
    JobWorkers jobWorkers(
            HikariDataSource pool,
            List<JobKind> kinds,
            InstantSource clock,
            @Qualifier("jobBell") Bell bell,
            MeterRegistry meters,
            Traces traces) {
        var watch = new WatchedJobs(meters, traces, JobNames.ALL.values());
        var workers = new JobWorkers(pool, kinds, JobWorkers.Pace.USUAL, clock, watch);
        bell.answeredBy(workers::wake);
        return workers;
    }

    @Bean
    ScratchFolders scratch(Settings settings) {
        var general = settings.general();
        return new ScratchFolders(general.data()
                .resolve("scratch-"
                        + (general.ports().http() == 0
                                ? ProcessHandle.current().pid()
                                : general.ports().http())));
    }
}
