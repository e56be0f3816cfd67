package app.aisha.app.console;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.embedded.PostgresNotStarted;
import app.aisha.adapters.jobs.DbSchedulerJobs;
import app.aisha.adapters.postgres.Migrations;
import app.aisha.adapters.postgres.PostgresAuditLog;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerFindings;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.adapters.postgres.PostgresOutbox;
import app.aisha.adapters.postgres.PostgresPromoCodes;
import app.aisha.adapters.postgres.PostgresReceipts;
import app.aisha.adapters.postgres.PostgresStarPayments;
import app.aisha.adapters.postgres.PostgresTrainingStatistics;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.ConsoleSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.House;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.wiring.HeldWorks;
import app.aisha.app.wiring.JobNames;
import app.aisha.bot.wire.Notices;
import app.aisha.core.account.Users;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.admin.ClosePromoCode;
import app.aisha.core.admin.IssuePromoCode;
import app.aisha.core.admin.MoveCredits;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.avatar.TrainingStatistics;
import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.PromoCodes;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.payment.TakeBackCredits;
import app.aisha.core.wallet.LedgerNotice;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.ReconcileLedger;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** The use cases of a command over the database that the settings name, else over the sandbox's. */
final class Office implements AutoCloseable {

    private final Runnable closing;
    private final House house;
    private final TimeOrderedIds ids;
    private final PostgresDatabase database;
    private final Users users;
    private final PostgresWallets wallets;
    private final PostgresOutbox outbox;
    private final InstantSource clock = InstantSource.system();

    private Office(ConsoleSettings settings, DataSource source, Runnable closing) {
        this.closing = closing;
        this.house = settings.house();
        this.ids = new TimeOrderedIds(clock);
        this.database = new PostgresDatabase(source);
        this.users = new PostgresUsers(database, ids, house.zone());
        this.wallets = new PostgresWallets(database, ids, clock, house.gift());
        this.outbox =
                new PostgresOutbox(database, new Notices(List.of(AdminNotice.class, LedgerNotice.class)), () -> {});
    }

    /** The tables have to be there and up to date: a command migrates nothing. */
    static Office open(Environment environment) throws BadSettings, NoDatabase, InterruptedException {
        var settings = SettingsReader.readForConsole(environment);
        var told = settings.database();
        return told.isPresent() ? checked(settings, SchemaDesk.sourceOf(told.get()), () -> {}) : inTheSandbox(settings);
    }

    private static Office inTheSandbox(ConsoleSettings settings) throws NoDatabase, InterruptedException {
        var folder = settings.data().resolve("postgres");
        if (!EmbeddedPostgres.isMadeIn(folder)) {
            throw new NoDatabase(
                    "There is no database in %s yet: start ./aisha once, or set DATABASE_URL or AISHA_DATA."
                            .formatted(folder));
        }
        try {
            var server = EmbeddedPostgres.attachOrStart(folder);
            return checked(settings, SchemaDesk.sourceOf(server), server::close);
        } catch (PostgresNotStarted e) {
            throw new NoDatabase(String.valueOf(e.getMessage()), e);
        }
    }

    private static Office checked(ConsoleSettings settings, DataSource source, Runnable closing) throws NoDatabase {
        var fine = false;
        try {
            if (!Migrations.areApplied(source)) {
                throw new NoDatabase(
                        "The database lacks tables of this version: start the program once, it makes them.");
            }
            fine = true;
            return new Office(settings, source, closing);
        } finally {
            if (!fine) {
                closing.run();
            }
        }
    }

    House house() {
        return house;
    }

    TimeOrderedIds ids() {
        return ids;
    }

    TrainingStatistics trainings() {
        return new PostgresTrainingStatistics(database);
    }

    Users users() {
        return users;
    }

    Receipts receipts() {
        return new PostgresReceipts(database);
    }

    AuditLog audit() {
        return new PostgresAuditLog(database);
    }

    ShowPerson showPerson() {
        return new ShowPerson(users, wallets, receipts(), new PostgresTranscripts(database), database);
    }

    StarPayments payments() {
        return new PostgresStarPayments(database);
    }

    ApplyOrder applyOrder() {
        var refundStars = new RefundStars(payments(), new TakeBackCredits(wallets, receipts()), jobs(), database);
        return new ApplyOrder(
                new MoveCredits(wallets, receipts(), refundStars), users, audit(), outbox, database, clock);
    }

    private Jobs jobs() {
        return new DbSchedulerJobs(database.joined(), JobNames.ALL, clock, PostgresDatabase::afterCommit, () -> {});
    }

    PromoCodes promoCodes() {
        return new PostgresPromoCodes(database);
    }

    IssuePromoCode issuePromoCode() {
        return new IssuePromoCode(new CreatePromoCode(promoCodes(), ids), audit(), database, ids, clock);
    }

    ClosePromoCode closePromoCode() {
        return new ClosePromoCode(new EndPromoCode(promoCodes(), clock), audit(), database, ids, clock);
    }

    Instant now() {
        return clock.instant();
    }

    ReconcileLedger reconcileLedger() {
        return new ReconcileLedger(
                new PostgresLedgerInspector(database, clock, HeldWorks.ALL),
                new PostgresLedgerFindings(database, ids),
                users,
                house.admins(),
                outbox,
                database,
                clock);
    }

    @Override
    public void close() {
        closing.run();
    }
}
