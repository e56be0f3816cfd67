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
import org.jooq.Record;
import org.jooq.SQL;

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
        var order = "ORDER BY transcript_id DESC LIMIT ?";
        var ids = ids(from.map(id -> terms.found(owner, "WHERE transcript_id <= ? " + order, id.value(), size + 1))
                .orElseGet(() -> terms.found(owner, order, size + 1)));
        var items = transcripts(owner, ids.subList(0, Math.min(size, ids.size())));
        var fragments = fragments(items, terms);
        return new Page(
                items.stream()
                        .map(item ->
                                new Hit(item, fragments.getOrDefault(item.id().value(), beginning(item))))
                        .toList(),
                from.flatMap(id -> startOfNewerPage(owner, terms, id, size)),
                ids.size() > size ? Optional.of(new TranscriptId(ids.getLast())) : Optional.empty());
    }

    private List<UUID> ids(SQL question) {
        return database.dsl().resultQuery(question).fetch("transcript_id", UUID.class);
    }

    private List<Transcript> transcripts(UserId owner, List<UUID> ids) {
        return database.dsl()
                .selectFrom(USER_TRANSCRIPTS)
                .where(USER_TRANSCRIPTS.USER_ID.eq(owner.value()).and(USER_TRANSCRIPTS.ID.in(ids)))
                .orderBy(USER_TRANSCRIPTS.ID.desc())
                .fetch(TranscriptRows::transcript);
    }

    private Optional<TranscriptId> startOfNewerPage(UserId owner, SearchTerms terms, TranscriptId from, int size) {
        var newer =
                ids(terms.found(owner, "WHERE transcript_id > ? ORDER BY transcript_id LIMIT ?", from.value(), size));
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
