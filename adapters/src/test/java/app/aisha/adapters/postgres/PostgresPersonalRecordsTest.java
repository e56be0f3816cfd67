package app.aisha.adapters.postgres;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.privacy.PersonalRecords;
import app.aisha.core.privacy.PersonalRecordsContract;
import app.aisha.core.privacy.Trace;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostgresPersonalRecordsTest implements PersonalRecordsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    /** What becomes of the rows of a table when the person they are of leaves. */
    private enum Fate {
        /** They go because a reference leads to the person. */
        FOLLOW,
        /** A reference leads to the person and becomes empty. */
        NAME_NOBODY,
        /** They go because we say so. */
        BY_HAND,
        /** They stay and name nobody but by a number that leads nowhere. */
        STAY,
        /** They are of nobody. */
        IMPERSONAL
    }

    /** Who adds a table says here what becomes of it. */
    private static final Map<String, Fate> TABLES = Map.ofEntries(
            entry("users", Fate.BY_HAND),
            entry("user_transcripts", Fate.FOLLOW),
            entry("transcript_pieces", Fate.FOLLOW),
            entry("transcript_passages", Fate.FOLLOW),
            entry("transcript_digests", Fate.FOLLOW),
            entry("transcript_search", Fate.FOLLOW),
            entry("transcript_searches", Fate.FOLLOW),
            entry("avatars", Fate.FOLLOW),
            entry("avatar_photos", Fate.FOLLOW),
            entry("picture_orders", Fate.FOLLOW),
            entry("pictures", Fate.FOLLOW),
            entry("quotes", Fate.FOLLOW),
            entry("promo_redemptions", Fate.FOLLOW),
            entry("star_orders", Fate.FOLLOW),
            entry("proposals", Fate.FOLLOW),
            entry("outbox", Fate.FOLLOW),
            entry("exports", Fate.FOLLOW),
            entry("wallets", Fate.NAME_NOBODY),
            entry("star_payments", Fate.NAME_NOBODY),
            entry("trainer_rings", Fate.BY_HAND),
            entry("scheduled_tasks", Fate.BY_HAND),
            entry("telegram_updates", Fate.BY_HAND),
            entry("quarantined_updates", Fate.BY_HAND),
            entry("erasures", Fate.BY_HAND),
            entry("marks", Fate.STAY),
            entry("mark_promo_uses", Fate.STAY),
            entry("erasure_traces", Fate.BY_HAND),
            entry("erasure_work", Fate.BY_HAND),
            entry("audit_log", Fate.STAY),
            entry("holds", Fate.STAY),
            entry("ledger_transactions", Fate.STAY),
            entry("ledger_entries", Fate.STAY),
            entry("ledger_findings", Fate.IMPERSONAL),
            entry("promo_codes", Fate.IMPERSONAL),
            entry("erasure_salt", Fate.IMPERSONAL),
            entry("flyway_schema_history", Fate.IMPERSONAL));

    @Override
    public PersonalRecords records() {
        return new PostgresPersonalRecords(DATABASE);
    }

    @Override
    public UserId someone() {
        var ids = new TimeOrderedIds(InstantSource.system());
        var person = new PostgresUsers(DATABASE, ids, ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
        var avatar = ids.next();
        DATABASE.dsl()
                .execute(
                        "INSERT INTO avatars (id, user_id, name, gender, version) VALUES (?, ?, 'Mira', 'other', 1)",
                        avatar,
                        person.value());
        DATABASE.dsl()
                .execute(
                        "INSERT INTO trainer_rings (fingerprint, request_id, avatar_id, attempt, well, received_at)"
                                + " VALUES (?, ?, ?, 1, true, now())",
                        avatar.toString(),
                        "t-" + avatar,
                        avatar);
        DATABASE.dsl()
                .execute(
                        "INSERT INTO scheduled_tasks (task_name, task_instance, picked, version) VALUES ('x', ?,"
                                + " false, 1)",
                        avatar.toString());
        return person;
    }

    @Test
    void everyTableOfTheSchemaHasItsFate() {
        var all = DATABASE.dsl()
                .resultQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .fetchSet(0, String.class);

        assertThat(TABLES.keySet()).isEqualTo(all);
    }

    @Test
    void whatFollowsAPersonIsWhatReferencesLeadFrom() {
        assertThat(followers()).isEqualTo(withFate(Fate.FOLLOW));
        assertThat(referring("users", "n")).isEqualTo(withFate(Fate.NAME_NOBODY));
    }

    private static Set<String> followers() {
        var found = new HashSet<String>();
        var fresh = Set.of("users");
        while (!fresh.isEmpty()) {
            fresh = fresh.stream()
                    .flatMap(table -> referring(table, "c").stream())
                    .filter(found::add)
                    .collect(Collectors.toSet());
        }
        return found;
    }

    /** By foreign keys that delete ({@code c}) or are emptied ({@code n}). */
    private static Set<String> referring(String table, String deletion) {
        return DATABASE.dsl()
                .resultQuery(
                        "SELECT DISTINCT conrelid::regclass::text FROM pg_constraint"
                                + " WHERE contype = 'f' AND confrelid = ?::regclass AND confdeltype = ?::\"char\"",
                        table,
                        deletion)
                .fetchSet(0, String.class);
    }

    private static Set<String> withFate(Fate fate) {
        return TABLES.entrySet().stream()
                .filter(table -> table.getValue() == fate)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** It is being removed already, and takes what the trainer knows along. */
    @Test
    void aJobThatRemovesAnAvatarIsTakenOver() {
        var person = someone();
        var gone = new TimeOrderedIds(InstantSource.system()).next();
        DATABASE.dsl()
                .execute(
                        "INSERT INTO scheduled_tasks (task_name, task_instance, picked, version)"
                                + " VALUES ('remove-avatar-files', ?, false, 1)",
                        "%s/%s/t-gone".formatted(person.value(), gone));

        assertThat(records().traces(person)).extracting(Trace::request).contains(Optional.of("t-gone"));
        records().remove(person);
        assertThat(records().work(person)).isEmpty();
    }
}
