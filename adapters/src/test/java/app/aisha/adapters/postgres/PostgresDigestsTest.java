package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_DIGESTS;
import static app.aisha.adapters.postgres.generated.Tables.USER_TRANSCRIPTS;
import static app.aisha.core.transcript.TranscriptExamples.queued;
import static app.aisha.core.transcript.TranscriptExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestExamples;
import app.aisha.core.digest.Digests;
import app.aisha.core.digest.DigestsContract;
import app.aisha.core.digest.Request;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

class PostgresDigestsTest implements DigestsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Digests digests() {
        return new PostgresDigests(DATABASE);
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    @Override
    public TranscriptId someTranscript(UserId owner) {
        return stored(new PostgresTranscripts(DATABASE), queued(owner)).id();
    }

    /** What was stored once is read for ever, whatever the records are called by then. */
    @Test
    void theJsonOfRowsThatAreThereStaysReadable() {
        var digest = readyToDo();
        DATABASE.dsl()
                .update(TRANSCRIPT_DIGESTS)
                .set(TRANSCRIPT_DIGESTS.CONTENT, JSONB.jsonb("""
                    {"form": "to_do",
                     "tasks": [{"what": "Prepare", "who": "S1", "at": "PT1M5.25S", "done": true,
                                "due": {"words": "by Friday", "date": "2026-11-27"}},
                               {"what": "Call", "who": null, "due": null, "at": null, "done": false}]}
                    """))
                .where(TRANSCRIPT_DIGESTS.ID.eq(digest.id().value()))
                .execute();

        assertThat(((Digest.Ready) digests().find(digest.id()).orElseThrow()).content())
                .isEqualTo(new Content.ToDo(List.of(
                        new Content.Task(
                                "Prepare",
                                Optional.of("S1"),
                                Optional.of(new Content.Due("by Friday", Optional.of(LocalDate.of(2026, 11, 27)))),
                                Optional.of(Duration.ofMillis(65_250)),
                                true),
                        new Content.Task("Call", Optional.empty(), Optional.empty(), Optional.empty(), false))));
    }

    @Test
    void digestsGoWithTheirTranscript() {
        var digest = readyToDo();

        DATABASE.dsl()
                .deleteFrom(USER_TRANSCRIPTS)
                .where(USER_TRANSCRIPTS.ID.eq(digest.heading().transcript().value()))
                .execute();

        assertThat(digests().find(digest.id())).isEmpty();
    }

    private Digest.Ready readyToDo() {
        var owner = someone();
        var asked = DigestExamples.asked(someTranscript(owner), owner, new Request.ToDo());
        assertThat(digests().add(asked)).isTrue();
        var ready = asked.ready(new Content.ToDo(List.of()), 0, "model");
        digests().save(ready);
        return ready;
    }
}
