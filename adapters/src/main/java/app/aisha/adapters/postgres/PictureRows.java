package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Pictureproblem;
import app.aisha.adapters.postgres.generated.enums.Picturestatus;
import app.aisha.adapters.postgres.generated.tables.records.PicturesRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.Picture.Failure;
import app.aisha.core.picture.Picture.Terms;
import app.aisha.core.picture.PictureFiles;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.picture.Recipe;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jooq.JSON;

/** Pictures as rows and back, state by state. */
final class PictureRows {

    private PictureRows() {}

    static PicturesRecord row(Picture picture) {
        var row = headingRow(picture.heading());
        row.setProblem(null);
        row.setProblemDetail(null);
        row.setReturned(null);
        switch (picture) {
            case Picture.Queued _ -> {
                row.setStatus(Picturestatus.queued);
                forgetRequest(row);
            }
            case Picture.Painting painting -> {
                row.setStatus(Picturestatus.painting);
                set(row, painting.request());
            }
            case Picture.Storing storing -> {
                row.setStatus(Picturestatus.storing);
                set(row, Optional.of(storing.ticket()));
                set(row, storing.result());
                row.setPaintedAt(Times.at(storing.since()));
            }
            case Picture.Ready ready -> {
                row.setStatus(Picturestatus.ready);
                set(row, ready);
            }
            case Picture.Refused refused -> set(row, Picturestatus.refused, refused.ticket(), refused.failure());
            case Picture.Failed failed -> set(row, Picturestatus.failed, failed.ticket(), failed.failure());
            case Picture.Cancelled cancelled -> {
                row.setStatus(Picturestatus.cancelled);
                set(row, cancelled.ticket());
                row.setReturned(cancelled.returned().amount());
            }
        }
        return row;
    }

    static Picture picture(PicturesRecord row) {
        var heading = heading(row);
        return switch (row.getStatus()) {
            case queued -> new Picture.Queued(heading);
            case painting -> new Picture.Painting(heading, request(row));
            case storing ->
                new Picture.Storing(
                        heading,
                        ticket(row).orElseThrow(),
                        result(row),
                        row.getPaintedAt().toInstant());
            case ready -> ready(row);
            case refused -> new Picture.Refused(heading, ticket(row), failure(row));
            case failed -> new Picture.Failed(heading, ticket(row), failure(row));
            case cancelled -> new Picture.Cancelled(heading, ticket(row), new Credits(row.getReturned()));
        };
    }

    private static PicturesRecord headingRow(Picture.Heading heading) {
        var row = new PicturesRecord();
        var recipe = heading.recipe();
        row.setId(heading.id().value());
        row.setUserId(heading.owner().value());
        row.setOrderId(heading.order().value());
        row.setNumber(heading.number());
        row.setVersion(heading.version());
        row.setAvatarId(RecipeColumns.avatar(recipe.subject()));
        row.setPhotoKeys(RecipeColumns.photos(recipe.subject()));
        row.setPrompt(recipe.prompt());
        row.setRatio(RecipeColumns.column(recipe.ratio()));
        row.setQuality(RecipeColumns.column(recipe.quality()));
        row.setSeed(recipe.seed());
        row.setHoldId(heading.terms().map(terms -> terms.hold().value()).orElse(null));
        row.setHeld(heading.terms().map(terms -> terms.held().amount()).orElse(null));
        row.setOrderedAt(Times.at(heading.since()));
        return row;
    }

    private static Picture.Heading heading(PicturesRecord row) {
        return new Picture.Heading(
                new PictureId(row.getId()),
                new UserId(row.getUserId()),
                new OrderId(row.getOrderId()),
                row.getNumber(),
                new Recipe(
                        RecipeColumns.subject(row.getAvatarId(), row.getPhotoKeys()),
                        row.getPrompt(),
                        RecipeColumns.ratio(row.getRatio()),
                        RecipeColumns.quality(row.getQuality()),
                        row.getSeed()),
                Optional.ofNullable(row.getHoldId())
                        .map(hold -> new Terms(new HoldId(hold), new Credits(row.getHeld()))),
                row.getOrderedAt().toInstant(),
                row.getVersion());
    }

    private static void set(PicturesRecord row, Picture.Request request) {
        switch (request) {
            case Picture.Request.Asked asked -> {
                set(row, asked);
                row.setAcceptedAt(null);
                set(row, Optional.empty());
            }
            case Picture.Request.Accepted(var asked, var ticket, var at) -> {
                set(row, asked);
                row.setAcceptedAt(Times.at(at));
                set(row, Optional.of(ticket));
            }
        }
    }

    private static void set(PicturesRecord row, Picture.Request.Asked asked) {
        row.setEndpoint(asked.endpoint());
        row.setInput(JSON.valueOf(asked.input()));
        row.setAskedAt(Times.at(asked.at()));
    }

    private static Picture.Request request(PicturesRecord row) {
        var asked = new Picture.Request.Asked(
                row.getEndpoint(), row.getInput().data(), row.getAskedAt().toInstant());
        return ticket(row)
                .<Picture.Request>map(ticket -> new Picture.Request.Accepted(
                        asked, ticket, row.getAcceptedAt().toInstant()))
                .orElse(asked);
    }

    private static void set(PicturesRecord row, Optional<PaintingTicket> ticket) {
        row.setRequestId(ticket.map(PaintingTicket::requestId).orElse(null));
        row.setStatusUrl(ticket.map(it -> it.status().toString()).orElse(null));
        row.setResultUrl(ticket.map(it -> it.result().toString()).orElse(null));
        row.setCancelUrl(ticket.map(it -> it.cancel().toString()).orElse(null));
    }

    private static Optional<PaintingTicket> ticket(PicturesRecord row) {
        return Optional.ofNullable(row.getRequestId())
                .map(request -> new PaintingTicket(
                        request,
                        URI.create(row.getStatusUrl()),
                        URI.create(row.getResultUrl()),
                        URI.create(row.getCancelUrl())));
    }

    private static void set(PicturesRecord row, PaintingReport.Done result) {
        row.setPaintedUrl(result.picture().toString());
        row.setFlagged(result.flagged());
        row.setPaintedSeed(result.seed().isPresent() ? result.seed().getAsLong() : null);
        row.setMachineSeconds(result.seconds().isPresent() ? result.seconds().getAsDouble() : null);
        row.setBilledUnits(result.billed().orElse(null));
    }

    private static PaintingReport.Done result(PicturesRecord row) {
        var seed = row.getPaintedSeed();
        var seconds = row.getMachineSeconds();
        return new PaintingReport.Done(
                URI.create(row.getPaintedUrl()),
                row.getFlagged(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                Optional.ofNullable(row.getBilledUnits()));
    }

    private static void set(PicturesRecord row, Picture.Ready ready) {
        var files = ready.files();
        row.setPictureKey(files.picture().value());
        row.setThumbnailKey(files.thumbnail().value());
        row.setWidth(files.size().width());
        row.setHeight(files.size().height());
        row.setBytes(files.bytes());
        row.setContentType(files.contentType());
        row.setDigest(files.digest());
        row.setBilledUnits(ready.billed().orElse(null));
        row.setFinishedAt(Times.at(ready.at()));
        row.setFavourite(ready.favourite());
        row.setTelegramFile(ready.telegramFile().orElse(null));
    }

    /** A row whose status is ready. */
    static Picture.Ready ready(PicturesRecord row) {
        var files = new PictureFiles(
                new MediaKey(row.getPictureKey()),
                new MediaKey(row.getThumbnailKey()),
                new PixelSize(row.getWidth(), row.getHeight()),
                row.getBytes(),
                row.getContentType(),
                row.getDigest());
        return new Picture.Ready(
                heading(row),
                files,
                Optional.ofNullable(row.getBilledUnits()),
                row.getFinishedAt().toInstant(),
                row.getFavourite(),
                Optional.ofNullable(row.getTelegramFile()));
    }

    private static void forgetRequest(PicturesRecord row) {
        row.setEndpoint(null);
        row.setInput(null);
        row.setAskedAt(null);
        row.setAcceptedAt(null);
        set(row, Optional.empty());
    }

    private static void set(
            PicturesRecord row, Picturestatus status, Optional<PaintingTicket> ticket, Failure failure) {
        row.setStatus(status);
        set(row, ticket);
        row.setProblem(Pictureproblem.valueOf(failure.problem().name().toLowerCase(Locale.ROOT)));
        row.setProblemDetail(failure.detail());
        row.setReturned(failure.returned().amount());
    }

    private static Failure failure(PicturesRecord row) {
        var problem = PictureProblem.valueOf(row.getProblem().getLiteral().toUpperCase(Locale.ROOT));
        return new Failure(problem, row.getProblemDetail(), new Credits(row.getReturned()));
    }
}
