package app.aisha.adapters.telegram;

import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the photo in a message, or the document that says it is a picture; what it really is, its bytes will tell. */
final class TelegramPhotos {

    private static final Pattern PICTURE =
            Pattern.compile("(?i).+\\.(jpe?g|png|webp|heic|heif|avif|gif|bmp|tiff?|svg|psd|dng)");

    private TelegramPhotos() {}

    static Optional<SentPhoto> in(Message message) {
        var album = Optional.ofNullable(message.mediaGroupId()).map(TelegramUpdateReader::clean);
        return file(message)
                .map(TelegramUpdateReader::clean)
                .map(file -> new SentPhoto(message.messageId(), file, album));
    }

    /** Telegram offers a photo in several sizes. */
    private static Optional<String> file(Message message) {
        if (message.photo() != null) {
            return Arrays.stream(message.photo())
                    .filter(size -> size.fileId() != null)
                    .max(Comparator.comparingLong(TelegramPhotos::area))
                    .map(PhotoSize::fileId);
        }
        return Optional.ofNullable(message.document())
                .filter(TelegramPhotos::isPicture)
                .map(Document::fileId);
    }

    private static long area(PhotoSize size) {
        return known(size.width()) * known(size.height());
    }

    private static long known(@Nullable Integer side) {
        return side == null ? 0 : side;
    }

    private static boolean isPicture(Document document) {
        return Optional.ofNullable(document.mimeType())
                        .filter(type -> type.startsWith("image/"))
                        .isPresent()
                || Optional.ofNullable(document.fileName())
                        .filter(name -> PICTURE.matcher(name).matches())
                        .isPresent();
    }
}
