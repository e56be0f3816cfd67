package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.USER_TRANSCRIPTS;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.SearchQuery;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Looks into the table {@code transcript_search}, which a trigger keeps as the transcripts are. */
public final class PostgresTranscriptSearch implements TranscriptSearch {

    /** Marks of the search in a fragment; {@code search_form} leaves none in a text. */
    private static final int FOUND = 0xE000;

    private static final int FOUND_ENDS = 0xE001;
    private static final int BEGINNING = 160;

    /** The first stretch of each text that has one of the terms, and of it the place as it was written. */
    private static final String FRAGMENTS = """
        WITH stretches AS MATERIALIZED (
            SELECT t.id, substr(t.wording, s.starts_at, s.characters) AS stretch
            FROM user_transcripts t JOIN transcript_search s ON s.transcript_id = t.id
            WHERE (s.transcript_id, s.part) IN (
                SELECT transcript_id, min(part) FROM transcript_search
                WHERE transcript_id = ANY (?) AND part > 0 AND words @@ ?::tsquery GROUP BY transcript_id)),
        headlines AS MATERIALIZED (
            SELECT id, stretch, search_form(stretch) AS form, ts_headline('russian', search_form(stretch), ?::tsquery,
                'MaxFragments=1, MaxWords=22, MinWords=12, FragmentDelimiter="", StartSel=' || chr(57344)
                || ', StopSel=' || chr(57345)) AS marked
            FROM stretches),
        found AS MATERIALIZED (
            SELECT *, translate(marked, chr(57344) || chr(57345), '') AS plain FROM headlines)
        SELECT id, marked, CASE position(plain IN form)
            WHEN 0 THEN plain ELSE substr(stretch, position(plain IN form), char_length(plain)) END AS written
        FROM found
        """;

    private final PostgresDatabase database;

    public PostgresTranscriptSearch(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Page> search(UserId owner, SearchQuery query, Optional<TranscriptId> from, int size) {
        return SearchTerms.of(query, database.dsl()).map(terms -> page(owner, terms, from, size));
    }

    private Page page(UserId owner, SearchTerms terms, Optional<TranscriptId> from, int size) {
        var matching = USER_TRANSCRIPTS.USER_ID.eq(owner.value()).and(terms.areIn(owner));
        var start = from.map(id -> USER_TRANSCRIPTS.ID.le(id.value())).orElse(DSL.noCondition());
        var found = database.dsl()
                .selectFrom(USER_TRANSCRIPTS)
                .where(matching.and(start))
                .orderBy(USER_TRANSCRIPTS.ID.desc())
                .limit(size + 1)
                .fetch(TranscriptRows::transcript);
        var items = found.subList(0, Math.min(size, found.size()));
        var fragments = fragments(items, terms);
        return new Page(
                items.stream()
                        .map(item ->
                                new Hit(item, fragments.getOrDefault(item.id().value(), beginning(item))))
                        .toList(),
                from.flatMap(id -> startOfNewerPage(matching, id, size)),
                found.size() > size ? Optional.of(found.getLast().id()) : Optional.empty());
    }

    private Optional<TranscriptId> startOfNewerPage(Condition matching, TranscriptId from, int size) {
        var newer = database.dsl()
                .select(USER_TRANSCRIPTS.ID)
                .from(USER_TRANSCRIPTS)
                .where(matching.and(USER_TRANSCRIPTS.ID.gt(from.value())))
                .orderBy(USER_TRANSCRIPTS.ID.asc())
                .limit(size)
                .fetch(USER_TRANSCRIPTS.ID);
        return newer.isEmpty() ? Optional.empty() : Optional.of(new TranscriptId(newer.getLast()));
    }

    private Map<UUID, List<Run>> fragments(List<Transcript> items, SearchTerms terms) {
        var ids = items.stream().map(item -> item.id().value()).toArray(UUID[]::new);
        return database.dsl().resultQuery(FRAGMENTS, ids, terms.anyWanted(), terms.anyWanted()).fetch().stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), PostgresTranscriptSearch::runs));
    }

    private static List<Run> runs(Record row) {
        return FragmentMarks.runs(row.get("marked", String.class), row.get("written", String.class), FOUND, FOUND_ENDS);
    }

    private static List<Run> beginning(Transcript transcript) {
        if (!(transcript instanceof Transcript.Ready ready)
                || ready.wording().text().isEmpty()) {
            return List.of();
        }
        var text = ready.wording().text();
        var end = Math.min(BEGINNING, text.codePointCount(0, Math.min(text.length(), 2 * BEGINNING)));
        return List.of(new Run(text.substring(0, text.offsetByCodePoints(0, end)), false));
    }
}
