package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_PASSAGES;

import app.aisha.adapters.postgres.generated.tables.records.TranscriptPassagesRecord;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.transcript.TranscriptId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passages in the table {@code transcript_passages}. */
public final class PostgresPassages implements Passages {

    private final PostgresDatabase database;

    public PostgresPassages(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<Passage> of(TranscriptId transcript) {
        return database.dsl()
                .selectFrom(TRANSCRIPT_PASSAGES)
                .where(TRANSCRIPT_PASSAGES.TRANSCRIPT_ID.eq(transcript.value()))
                .orderBy(TRANSCRIPT_PASSAGES.POSITION)
                .fetch(PostgresPassages::passage);
    }

    @Override
    public void keep(TranscriptId transcript, List<Passage> passages) {
        database.dsl()
                .deleteFrom(TRANSCRIPT_PASSAGES)
                .where(TRANSCRIPT_PASSAGES.TRANSCRIPT_ID.eq(transcript.value()))
                .execute();
        var rows = new ArrayList<TranscriptPassagesRecord>();
        for (var passage : passages) {
            rows.add(row(transcript, rows.size(), passage));
        }
        database.dsl().batchInsert(rows).execute();
    }

    private static TranscriptPassagesRecord row(TranscriptId transcript, int position, Passage passage) {
        var row = new TranscriptPassagesRecord();
        row.setTranscriptId(transcript.value());
        row.setPosition(position);
        passage.place().ifPresent(place -> {
            row.setStartMillis(place.start().toMillis());
            row.setEndMillis(place.end().toMillis());
        });
        row.setSpeaker(passage.speaker().orElse(null));
        row.setWording(passage.text());
        return row;
    }

    private static Passage passage(TranscriptPassagesRecord row) {
        var place = Optional.ofNullable(row.getStartMillis())
                .map(start -> new Stretch(Duration.ofMillis(start), Duration.ofMillis(row.getEndMillis())));
        return new Passage(place, Optional.ofNullable(row.getSpeaker()), row.getWording());
    }
}
