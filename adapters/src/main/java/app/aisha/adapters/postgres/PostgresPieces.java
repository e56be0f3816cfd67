package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_PIECES;

import app.aisha.adapters.postgres.generated.enums.Pieceresult;
import app.aisha.adapters.postgres.generated.tables.records.TranscriptPiecesRecord;
import app.aisha.core.transcript.Piece;
import app.aisha.core.transcript.Pieces;
import app.aisha.core.transcript.Track;
import app.aisha.core.transcript.TranscriptId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pieces in the table {@code transcript_pieces}. */
public final class PostgresPieces implements Pieces {

    private final PostgresDatabase database;

    public PostgresPieces(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<Piece> of(TranscriptId transcript) {
        return database.dsl()
                .selectFrom(TRANSCRIPT_PIECES)
                .where(TRANSCRIPT_PIECES.TRANSCRIPT_ID.eq(transcript.value()))
                .orderBy(TRANSCRIPT_PIECES.POSITION)
                .fetch(PostgresPieces::piece);
    }

    @Override
    public void keep(TranscriptId transcript, Piece piece) {
        database.dsl()
                .insertInto(TRANSCRIPT_PIECES)
                .set(row(transcript, piece))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void forget(TranscriptId transcript, int index) {
        database.dsl()
                .deleteFrom(TRANSCRIPT_PIECES)
                .where(TRANSCRIPT_PIECES.TRANSCRIPT_ID.eq(transcript.value()))
                .and(TRANSCRIPT_PIECES.POSITION.eq(index))
                .execute();
    }

    @Override
    public void forgetLost(TranscriptId transcript, int index) {
        database.dsl()
                .deleteFrom(TRANSCRIPT_PIECES)
                .where(TRANSCRIPT_PIECES.TRANSCRIPT_ID.eq(transcript.value()))
                .and(TRANSCRIPT_PIECES.POSITION.eq(index))
                .and(TRANSCRIPT_PIECES.RESULT.eq(Pieceresult.lost))
                .execute();
    }

    private static TranscriptPiecesRecord row(TranscriptId transcript, Piece piece) {
        var row = new TranscriptPiecesRecord();
        row.setTranscriptId(transcript.value());
        row.setPosition(piece.index());
        row.setTrack(app.aisha.adapters.postgres.generated.enums.Track.valueOf(
                piece.track().name().toLowerCase(Locale.ROOT)));
        row.setStartMillis(piece.start().toMillis());
        row.setEndMillis(piece.end().toMillis());
        row.setOverlapping(piece.overlaps());
        switch (piece.result()) {
            case Piece.Result.Said(var passages, var language) -> {
                row.setResult(Pieceresult.said);
                row.setPassages(PassageJson.write(passages));
                row.setLanguage(language.orElse(null));
            }
            case Piece.Result.Silent _ -> row.setResult(Pieceresult.silent);
            case Piece.Result.Lost _ -> row.setResult(Pieceresult.lost);
        }
        return row;
    }

    private static Piece piece(TranscriptPiecesRecord row) {
        return new Piece(
                row.getPosition(),
                Track.valueOf(row.getTrack().getLiteral().toUpperCase(Locale.ROOT)),
                Duration.ofMillis(row.getStartMillis()),
                Duration.ofMillis(row.getEndMillis()),
                row.getOverlapping(),
                switch (row.getResult()) {
                    case said ->
                        new Piece.Result.Said(
                                PassageJson.read(row.getPassages()), Optional.ofNullable(row.getLanguage()));
                    case silent -> new Piece.Result.Silent();
                    case lost -> new Piece.Result.Lost();
                });
    }
}
