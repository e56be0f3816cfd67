package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Pictureorderstatus;
import app.aisha.adapters.postgres.generated.enums.Picturewish;
import app.aisha.adapters.postgres.generated.tables.records.PictureOrdersRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrder.Choice;
import app.aisha.core.picture.PictureOrder.Origin;
import app.aisha.core.picture.StyleId;
import app.aisha.core.picture.Wish;
import app.aisha.core.picture.Wording;
import app.aisha.core.wallet.QuoteId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders of pictures as rows and back. Wordings are an array of objects with {@code english} and, where there is one, {@code reading}. */
final class PictureOrderRows {

    private static final JsonMapper JSON = new JsonMapper();

    private PictureOrderRows() {}

    static PictureOrdersRecord row(PictureOrder order) {
        var row = headingRow(order.heading());
        row.setWordings(wordings(order.wordings()));
        row.setQuoteId(null);
        setWish(row, null, null, null);
        row.setWishedAt(null);
        switch (order) {
            case PictureOrder.Composing composing -> {
                row.setStatus(Pictureorderstatus.composing);
                set(row, composing.wish());
                row.setWishedAt(Times.at(composing.since()));
            }
            case PictureOrder.Offered offered -> {
                row.setStatus(Pictureorderstatus.offered);
                row.setQuoteId(offered.quote().map(QuoteId::value).orElse(null));
            }
            case PictureOrder.Placed _ -> row.setStatus(Pictureorderstatus.placed);
            case PictureOrder.Abandoned _ -> row.setStatus(Pictureorderstatus.abandoned);
        }
        return row;
    }

    static PictureOrder order(PictureOrdersRecord row) {
        var heading = heading(row);
        var wordings = wordings(row.getWordings());
        return switch (row.getStatus()) {
            case composing ->
                new PictureOrder.Composing(heading, wish(row), row.getWishedAt().toInstant(), wordings);
            case offered ->
                new PictureOrder.Offered(
                        heading, wordings, Optional.ofNullable(row.getQuoteId()).map(QuoteId::new));
            case placed -> new PictureOrder.Placed(heading, wordings);
            case abandoned -> new PictureOrder.Abandoned(heading, wordings);
        };
    }

    private static PictureOrdersRecord headingRow(PictureOrder.Heading heading) {
        var row = new PictureOrdersRecord();
        var choice = heading.choice();
        row.setId(heading.id().value());
        row.setUserId(heading.owner().value());
        row.setVersion(heading.version());
        row.setAvatarId(RecipeColumns.avatar(heading.subject()));
        row.setPhotoKeys(RecipeColumns.photos(heading.subject()));
        row.setRatio(RecipeColumns.column(choice.ratio()));
        row.setNumber(choice.count());
        row.setQuality(RecipeColumns.column(choice.quality()));
        row.setSeed(choice.seed().isPresent() ? choice.seed().getAsLong() : null);
        row.setStyle(heading.origin().style().map(StyleId::value).orElse(null));
        row.setParentId(heading.origin().parent().map(PictureId::value).orElse(null));
        row.setCreatedAt(Times.at(heading.at()));
        return row;
    }

    private static PictureOrder.Heading heading(PictureOrdersRecord row) {
        var seed = row.getSeed();
        return new PictureOrder.Heading(
                new OrderId(row.getId()),
                new UserId(row.getUserId()),
                RecipeColumns.subject(row.getAvatarId(), row.getPhotoKeys()),
                new Choice(
                        RecipeColumns.ratio(row.getRatio()),
                        row.getNumber(),
                        RecipeColumns.quality(row.getQuality()),
                        seed == null ? OptionalLong.empty() : OptionalLong.of(seed)),
                new Origin(
                        Optional.ofNullable(row.getStyle()).map(StyleId::new),
                        Optional.ofNullable(row.getParentId()).map(PictureId::new)),
                row.getCreatedAt().toInstant(),
                row.getVersion());
    }

    private static void set(PictureOrdersRecord row, Wish wish) {
        switch (wish) {
            case Wish.Words(var text) -> setWish(row, Picturewish.words, null, text);
            case Wish.Reference(var file, var words) ->
                setWish(row, Picturewish.reference, List.of(file), words.orElse(null));
            case Wish.Spoken(var file) -> setWish(row, Picturewish.spoken, List.of(file), null);
            case Wish.OfSentPhotos(var files, var text) -> setWish(row, Picturewish.of_sent_photos, files, text);
            case Wish.Change(var sentence) -> setWish(row, Picturewish.change, null, sentence);
        }
    }

    private static void setWish(
            PictureOrdersRecord row, @Nullable Picturewish wish, @Nullable List<String> files, @Nullable String text) {
        row.setWish(wish);
        row.setWishFiles(files == null ? null : files.toArray(String[]::new));
        row.setWishText(text);
    }

    private static Wish wish(PictureOrdersRecord row) {
        return switch (row.getWish()) {
            case words -> new Wish.Words(row.getWishText());
            case reference -> new Wish.Reference(row.getWishFiles()[0], Optional.ofNullable(row.getWishText()));
            case spoken -> new Wish.Spoken(row.getWishFiles()[0]);
            case of_sent_photos -> new Wish.OfSentPhotos(List.of(row.getWishFiles()), row.getWishText());
            case change -> new Wish.Change(row.getWishText());
        };
    }

    private static JSONB wordings(List<Wording> wordings) {
        var array = JSON.createArrayNode();
        for (var wording : wordings) {
            var node = array.addObject().put("english", wording.english());
            wording.reading().ifPresent(reading -> node.put("reading", reading));
        }
        return JSONB.valueOf(JSON.writeValueAsString(array));
    }

    private static List<Wording> wordings(JSONB column) {
        return StreamSupport.stream(JSON.readTree(column.data()).spliterator(), false)
                .map(node -> new Wording(
                        node.path("english").asString(),
                        node.optional("reading").map(JsonNode::asString)))
                .toList();
    }
}
