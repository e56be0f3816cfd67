package app.aisha.adapters.postgres;

import static app.aisha.core.transcript.TranscriptExamples.queued;
import static app.aisha.core.transcript.TranscriptExamples.stored;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.PassagesContract;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresPassagesTest implements PassagesContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final UserId owner = new PostgresUsers(
                    DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"))
            .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
            .id();

    @Override
    public Passages passages() {
        return new PostgresPassages(DATABASE);
    }

    @Override
    public TranscriptId someTranscript() {
        return stored(new PostgresTranscripts(DATABASE), queued(owner)).id();
    }
}
