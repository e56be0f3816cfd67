package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Recordingkind;
import app.aisha.adapters.postgres.generated.enums.Transcriptstatus;
import app.aisha.adapters.postgres.generated.tables.records.UserTranscriptsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Original;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Wording;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Tariff;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transcripts as rows and back, state by state. */
final class TranscriptRows {

    private TranscriptRows() {}

    static Transcript transcript(UserTranscriptsRecord row) {
        var heading = heading(row);
        return switch (row.getStatus()) {
            case queued -> new Transcript.Queued(heading);
            case waiting -> new Transcript.Waiting(heading, original(row), new QuoteId(row.getQuoteId()));
            case working ->
                new Transcript.Working(
                        heading, original(row), terms(row), row.getStartedAt().toInstant());
            case ready -> new Transcript.Ready(heading, original(row), wording(row), speakers(row), bill(row));
            case failed ->
                new Transcript.Failed(heading, RecordingProblem.valueOf(row.getProblem()), credits(row.getReturned()));
            case cancelled -> new Transcript.Cancelled(heading, credits(row.getReturned()));
        };
    }

    static UserTranscriptsRecord row(Transcript transcript) {
        var row = headingRow(transcript.heading());
        switch (transcript) {
            case Transcript.Queued _ -> row.setStatus(Transcriptstatus.queued);
            case Transcript.Waiting waiting -> {
                row.setStatus(Transcriptstatus.waiting);
                set(row, waiting.original());
                row.setQuoteId(waiting.quote().value());
            }
            case Transcript.Working working -> {
                row.setStatus(Transcriptstatus.working);
                set(row, working.original());
                row.setStartedAt(working.since().atOffset(ZoneOffset.UTC));
                working.terms().ifPresent(terms -> set(row, terms));
            }
            case Transcript.Ready ready -> {
                row.setStatus(Transcriptstatus.ready);
                set(row, ready.original());
                row.setWording(ready.wording().text());
                row.setLanguage(ready.wording().language().orElse(null));
                row.setPiecesLost(ready.wording().lost());
                row.setSpeakers(names(ready.speakers()));
                ready.bill().ifPresent(bill -> set(row, bill));
            }
            case Transcript.Failed failed -> {
                row.setStatus(Transcriptstatus.failed);
                row.setProblem(failed.problem().name());
                row.setReturned(failed.returned().amount());
            }
            case Transcript.Cancelled cancelled -> {
                row.setStatus(Transcriptstatus.cancelled);
                row.setReturned(cancelled.returned().amount());
            }
        }
        return row;
    }

    private static UserTranscriptsRecord headingRow(Transcript.Heading heading) {
        var row = new UserTranscriptsRecord();
        var recording = heading.recording();
        row.setId(heading.id().value());
        row.setUserId(heading.owner().value());
        row.setMessage(recording.message());
        row.setFile(recording.file());
        row.setKind(Recordingkind.valueOf(lower(recording.kind())));
        row.setFileName(recording.name().orElse(null));
        row.setClaimedMillis(recording.claimedLength().toMillis());
        row.setClaimedBytes(recording.claimedBytes());
        row.setSourceKey(recording.stored().map(MediaKey::value).orElse(null));
        row.setTitle(heading.title().orElse(null));
        row.setCreatedAt(heading.createdAt().atOffset(ZoneOffset.UTC));
        row.setVersion(heading.version());
        row.setAskedLanguage(heading.spoken().orElse(null));
        return row;
    }

    private static Transcript.Heading heading(UserTranscriptsRecord row) {
        var recording = new Recording(
                row.getMessage(),
                row.getFile(),
                Recording.Kind.valueOf(row.getKind().getLiteral().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getFileName()),
                Duration.ofMillis(row.getClaimedMillis()),
                row.getClaimedBytes(),
                Optional.ofNullable(row.getSourceKey()).map(MediaKey::new));
        return new Transcript.Heading(
                new TranscriptId(row.getId()),
                new UserId(row.getUserId()),
                recording,
                Optional.ofNullable(row.getTitle()),
                row.getCreatedAt().toInstant(),
                row.getVersion(),
                Optional.ofNullable(row.getAskedLanguage()));
    }

    private static String lower(Recording.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void set(UserTranscriptsRecord row, Original original) {
        row.setOriginalKey(original.key().value());
        row.setContainer(original.container());
        row.setLengthMillis(original.length().toMillis());
    }

    private static void set(UserTranscriptsRecord row, Transcript.Terms terms) {
        row.setHoldId(terms.hold().value());
        row.setHeld(terms.held().amount());
        row.setTariffMinute(terms.tariff().minute().amount());
        row.setTariffFreeMillis(terms.tariff().free().toMillis());
    }

    private static Optional<Transcript.Terms> terms(UserTranscriptsRecord row) {
        return Optional.ofNullable(row.getHoldId())
                .map(hold -> new Transcript.Terms(
                        new HoldId(hold),
                        credits(row.getHeld()),
                        new Tariff(credits(row.getTariffMinute()), Duration.ofMillis(row.getTariffFreeMillis()))));
    }

    private static void set(UserTranscriptsRecord row, Transcript.Bill bill) {
        row.setCharged(bill.charged().amount());
        row.setReturned(bill.returned().amount());
    }

    private static Optional<Transcript.Bill> bill(UserTranscriptsRecord row) {
        return Optional.ofNullable(row.getCharged())
                .map(charged -> new Transcript.Bill(credits(charged), credits(row.getReturned())));
    }

    private static Credits credits(@Nullable Long amount) {
        return amount == null ? Credits.NONE : new Credits(amount);
    }

    private static Original original(UserTranscriptsRecord row) {
        return new Original(
                new MediaKey(row.getOriginalKey()), row.getContainer(), Duration.ofMillis(row.getLengthMillis()));
    }

    private static @Nullable String[] names(Speakers speakers) {
        return speakers.names().stream().map(name -> name.orElse(null)).toArray(String[]::new);
    }

    private static Speakers speakers(UserTranscriptsRecord row) {
        return new Speakers(
                Arrays.stream(row.getSpeakers()).map(Optional::ofNullable).toList());
    }

    private static Wording wording(UserTranscriptsRecord row) {
        return new Wording(row.getWording(), Optional.ofNullable(row.getLanguage()), row.getPiecesLost());
    }
}
