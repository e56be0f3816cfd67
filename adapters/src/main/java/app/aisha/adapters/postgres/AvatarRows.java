package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Avatargender;
import app.aisha.adapters.postgres.generated.enums.Avatarstatus;
import app.aisha.adapters.postgres.generated.enums.Avatartrainingtype;
import app.aisha.adapters.postgres.generated.enums.Avatartype;
import app.aisha.adapters.postgres.generated.enums.Trainingpreset;
import app.aisha.adapters.postgres.generated.tables.records.AvatarsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingOffer;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.QuoteId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Avatars as rows and back, state by state. */
final class AvatarRows {

    private static final String FALSE_START = "%s: %s";

    private AvatarRows() {}

    static Avatar avatar(AvatarsRecord row) {
        var heading = heading(row);
        return switch (row.getStatus()) {
            case draft, photos_uploading, ready_for_training -> new Avatar.Draft(heading, offer(row), row.getAttempt());
            case queued ->
                new Avatar.Queued(
                        heading,
                        TrainingRows.plan(row),
                        Optional.ofNullable(row.getArchiveUrl()).map(URI::create));
            case training ->
                new Avatar.Training(
                        heading,
                        TrainingRows.plan(row),
                        URI.create(row.getArchiveUrl()),
                        TrainingRows.request(row),
                        TrainingRows.progress(row));
            case storing ->
                new Avatar.Storing(
                        heading,
                        TrainingRows.plan(row),
                        TrainingRows.ticket(row).orElseThrow(),
                        TrainingRows.result(row),
                        row.getTrainedAt().toInstant());
            case completed ->
                new Avatar.Ready(
                        heading,
                        TrainingRows.plan(row),
                        TrainingRows.ticket(row).orElseThrow(),
                        TrainingRows.model(row),
                        row.getTrainingCompletedAt().toInstant());
            case error -> new Avatar.Failed(heading, TrainingRows.plan(row), TrainingRows.ticket(row), failure(row));
            case cancelled ->
                new Avatar.Cancelled(
                        heading, TrainingRows.plan(row), TrainingRows.ticket(row), credits(row.getReturned()));
        };
    }

    static AvatarsRecord row(Avatar avatar) {
        var row = headingRow(avatar.heading());
        row.setProblem(null);
        switch (avatar) {
            case Avatar.Draft draft -> set(row, draft);
            case Avatar.Queued queued -> {
                row.setStatus(Avatarstatus.queued);
                TrainingRows.forget(row);
                TrainingRows.set(row, queued.plan());
                row.setArchiveUrl(queued.archive().map(URI::toString).orElse(null));
            }
            case Avatar.Training training -> {
                row.setStatus(Avatarstatus.training);
                TrainingRows.set(row, training);
            }
            case Avatar.Storing storing -> {
                row.setStatus(Avatarstatus.storing);
                TrainingRows.set(row, storing);
            }
            case Avatar.Ready ready -> {
                row.setStatus(Avatarstatus.completed);
                TrainingRows.set(row, ready);
            }
            case Avatar.Failed failed -> set(row, failed.failure());
            case Avatar.Cancelled cancelled -> {
                row.setStatus(Avatarstatus.cancelled);
                row.setReturned(cancelled.returned().amount());
                row.setTrainingProgress(0);
            }
        }
        return row;
    }

    private static void set(AvatarsRecord row, Avatar.Draft draft) {
        TrainingRows.forget(row);
        row.setStatus(stage(draft));
        row.setIsDraft(true);
        row.setAttempt(draft.attempts());
        row.setPreset(draft.offer().map(offer -> preset(offer.preset())).orElse(null));
        row.setQuoteId(
                draft.offer().flatMap(TrainingOffer::quote).map(QuoteId::value).orElse(null));
    }

    private static void set(AvatarsRecord row, Avatar.Failure failure) {
        row.setStatus(Avatarstatus.error);
        row.setProblem(failure.problem().name());
        row.setTrainingError(FALSE_START.formatted(failure.problem(), failure.detail()));
        row.setReturned(failure.returned().amount());
        row.setTrainingProgress(0);
    }

    private static AvatarsRecord headingRow(Avatar.Heading heading) {
        var row = new AvatarsRecord();
        row.setId(heading.id().value());
        row.setUserId(heading.owner().value());
        row.setName(heading.name());
        row.setGender(Avatargender.valueOf(lower(heading.gender())));
        row.setTrainingType(Avatartrainingtype.valueOf(lower(heading.type())));
        row.setAvatarType(kind(heading.type()));
        row.setFalMode(kind(heading.type()).getLiteral());
        row.setVersion(heading.version());
        row.setCreatedAt(Times.at(heading.createdAt()));
        row.setIsDraft(false);
        return row;
    }

    private static Avatar.Heading heading(AvatarsRecord row) {
        return new Avatar.Heading(
                new AvatarId(row.getId()),
                new UserId(row.getUserId()),
                row.getName(),
                TrainingType.valueOf(upper(row.getTrainingType().getLiteral())),
                Gender.valueOf(upper(row.getGender().getLiteral())),
                row.getPhotosCount(),
                Optional.ofNullable(row.getPreviewKey()).map(MediaKey::new),
                row.getIsMain(),
                row.getCreatedAt().toInstant(),
                row.getVersion());
    }

    private static Avatarstatus stage(Avatar.Draft draft) {
        if (draft.offer().isPresent()) {
            return Avatarstatus.ready_for_training;
        }
        return draft.heading().photos() == 0 ? Avatarstatus.draft : Avatarstatus.photos_uploading;
    }

    private static Optional<TrainingOffer> offer(AvatarsRecord row) {
        return Optional.ofNullable(row.getPreset())
                .map(preset -> new TrainingOffer(
                        quality(preset), Optional.ofNullable(row.getQuoteId()).map(QuoteId::new)));
    }

    private static Avatar.Failure failure(AvatarsRecord row) {
        var problem = TrainingProblem.valueOf(row.getProblem());
        var detail = row.getTrainingError()
                .substring(FALSE_START.formatted(problem, "").length());
        return new Avatar.Failure(problem, detail, credits(row.getReturned()));
    }

    private static Avatartype kind(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> Avatartype.character;
            case STYLE -> Avatartype.style;
            case OBJECT -> Avatartype.custom;
        };
    }

    static Trainingpreset preset(Quality quality) {
        return Trainingpreset.valueOf(lower(quality));
    }

    static Quality quality(Trainingpreset preset) {
        return Quality.valueOf(upper(preset.getLiteral()));
    }

    static Credits credits(@Nullable Long amount) {
        return amount == null ? Credits.NONE : new Credits(amount);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String literal) {
        return literal.toUpperCase(Locale.ROOT);
    }
}
