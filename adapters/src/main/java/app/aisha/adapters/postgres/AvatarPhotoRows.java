package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Photovalidationstatus;
import app.aisha.adapters.postgres.generated.tables.records.AvatarPhotosRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarPhoto;
import app.aisha.core.avatar.PhotoId;
import app.aisha.core.avatar.PhotoInspector.Face;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.avatar.PhotoProblem;
import app.aisha.core.avatar.PictureHash;
import app.aisha.core.media.MediaKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Photos of avatars as rows and back. */
final class AvatarPhotoRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "jpeg";

    private AvatarPhotoRows() {}

    static AvatarPhotosRecord row(AvatarPhoto photo) {
        var row = new AvatarPhotosRecord();
        var heading = photo.heading();
        row.setId(heading.id().value());
        row.setAvatarId(heading.avatar().value());
        row.setUserId(heading.owner().value());
        row.setFile(heading.file());
        row.setMessage(heading.message());
        row.setBatch(heading.batch());
        row.setUploadOrder(heading.order());
        row.setMinioKey(heading.key().value());
        switch (photo) {
            case AvatarPhoto.Pending _ -> row.setValidationStatus(Photovalidationstatus.pending);
            case AvatarPhoto.Usable usable -> {
                row.setValidationStatus(Photovalidationstatus.valid);
                row.setThumbnailKey(usable.thumbnail().value());
                row.setFormat(FORMAT);
                row.setValidatedAt(OffsetDateTime.now(ZoneOffset.UTC));
                set(row, usable.look());
            }
            case AvatarPhoto.Refused refused -> {
                row.setValidationStatus(status(refused.problem()));
                row.setValidationError(refused.problem().name());
                row.setThumbnailKey(refused.thumbnail().map(MediaKey::value).orElse(null));
                row.setValidatedAt(OffsetDateTime.now(ZoneOffset.UTC));
            }
        }
        return row;
    }

    static AvatarPhoto photo(AvatarPhotosRecord row) {
        var heading = new AvatarPhoto.Heading(
                new PhotoId(row.getId()),
                new AvatarId(row.getAvatarId()),
                new UserId(row.getUserId()),
                row.getFile(),
                row.getMessage(),
                row.getBatch(),
                row.getUploadOrder());
        var thumbnail = Optional.ofNullable(row.getThumbnailKey()).map(MediaKey::new);
        return switch (row.getValidationStatus()) {
            case pending -> new AvatarPhoto.Pending(heading);
            case valid ->
                new AvatarPhoto.Usable(heading, new MediaKey(row.getMinioKey()), thumbnail.orElseThrow(), look(row));
            case invalid, duplicate ->
                new AvatarPhoto.Refused(heading, PhotoProblem.valueOf(row.getValidationError()), thumbnail);
        };
    }

    private static Photovalidationstatus status(PhotoProblem problem) {
        return problem == PhotoProblem.SAME_FILE || problem == PhotoProblem.SAME_PICTURE
                ? Photovalidationstatus.duplicate
                : Photovalidationstatus.invalid;
    }

    private static void set(AvatarPhotosRecord row, PhotoLook look) {
        row.setFileHash(look.digest());
        row.setPictureHash(look.picture().upright());
        row.setMirroredHash(look.picture().mirrored());
        row.setFileSize(look.bytes());
        row.setWidth(look.width());
        row.setHeight(look.height());
        row.setHasFace(look.faces().map(faces -> !faces.isEmpty()).orElse(null));
        row.setQualityScore(look.sharpness());
        var measures =
                JSON.createObjectNode().put("brightness", look.brightness()).put("contrast", look.contrast());
        look.faces().ifPresent(faces -> {
            var array = measures.putArray("faces");
            for (var face : faces) {
                array.addObject()
                        .put("left", face.left())
                        .put("top", face.top())
                        .put("width", face.width())
                        .put("height", face.height());
            }
        });
        row.setPhotoMetadata(JSONB.valueOf(JSON.writeValueAsString(measures)));
    }

    private static PhotoLook look(AvatarPhotosRecord row) {
        var measures = JSON.readTree(row.getPhotoMetadata().data());
        return new PhotoLook(
                row.getWidth(),
                row.getHeight(),
                row.getFileSize(),
                row.getFileHash(),
                new PictureHash(row.getPictureHash(), row.getMirroredHash()),
                measures.path("brightness").asDouble(),
                measures.path("contrast").asDouble(),
                row.getQualityScore(),
                measures.optional("faces").map(AvatarPhotoRows::faces));
    }

    private static List<Face> faces(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(face -> new Face(
                        face.path("left").asDouble(),
                        face.path("top").asDouble(),
                        face.path("width").asDouble(),
                        face.path("height").asDouble()))
                .toList();
    }
}
