package app.aisha.adapters.telegram;

import app.aisha.bot.delivery.SentPictures;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.StoredFile;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.core.account.ChatId;
import app.aisha.core.media.FlatArchive;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.ScratchFolders;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AbstractSendRequest;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends pictures of our store, each alone or many in an archive, from disk and never as a whole in memory. A photo that Telegram
 * knows goes without a byte; where it refuses that, from our store.
 */
public final class StoreSending {

    private static final int BAD_REQUEST = 400;
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final MediaStore media;
    private final ScratchFolders scratch;
    private final SentPictures sent;

    public StoreSending(TelegramApi api, MediaStore media, ScratchFolders scratch, SentPictures sent) {
        this.api = api;
        this.media = media;
        this.scratch = scratch;
        this.sent = sent;
    }

    ApiResult<SendResponse> send(ChatId chat, StoredPicture picture, String caption, InlineKeyboardButton[][] keyboard)
            throws InterruptedException {
        if (picture.known().isPresent()) {
            var again = api.call(dressed(
                    new SendPhoto(chat.value(), picture.known().get())
                            .caption(caption)
                            .parseMode(ParseMode.HTML),
                    keyboard));
            if (!(again instanceof ApiResult.Rejected<?> rejected && isAboutTheFile(rejected))) {
                return again;
            }
        }
        return upload(chat, picture, caption, keyboard);
    }

    static boolean isAboutTheFile(ApiResult.Rejected<?> rejected) {
        return rejected.code() == BAD_REQUEST && !rejected.description().contains("chat not found");
    }

    private ApiResult<SendResponse> upload(
            ChatId chat, StoredPicture picture, String caption, InlineKeyboardButton[][] keyboard)
            throws InterruptedException {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("picture");
            if (!media.fetch(picture.key(), file)) {
                return gone(chat, picture.gone(), keyboard);
            }
            var result = api.call(dressed(upload(chat, picture, file, caption), keyboard), LONGEST_UPLOAD);
            if (result instanceof ApiResult.Ok<SendResponse>(var answer)
                    && picture.form() == StoredPicture.Form.PHOTO) {
                largest(answer.message()).ifPresent(known -> sent.sent(picture.picture(), picture.owner(), known));
            }
            return result;
        } catch (MediaUnavailable e) {
            return new ApiResult.NoAnswer<>("the store: " + e.getMessage());
        }
    }

    private static AbstractSendRequest<?> upload(ChatId chat, StoredPicture picture, Path file, String caption) {
        return switch (picture.form()) {
            case PHOTO ->
                new SendPhoto(chat.value(), file.toFile())
                        .fileName(picture.name())
                        .caption(caption)
                        .parseMode(ParseMode.HTML);
            case FILE -> document(chat, file, picture.name(), caption).disableContentTypeDetection(true);
        };
    }

    static Optional<String> largest(@Nullable Message message) {
        return Optional.ofNullable(message).map(Message::photo).stream()
                .flatMap(Arrays::stream)
                .max(Comparator.comparingInt(size -> size.width() * size.height()))
                .map(PhotoSize::fileId);
    }

    ApiResult<SendResponse> send(ChatId chat, Archive archive, String caption, InlineKeyboardButton[][] keyboard)
            throws InterruptedException {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("archive.zip");
            return FlatArchive.pack(archive.entries(), media, file) == 0
                    ? gone(chat, archive.gone(), keyboard)
                    : api.call(dressed(document(chat, file, archive.name(), caption), keyboard), LONGEST_UPLOAD);
        } catch (MediaUnavailable e) {
            return new ApiResult.NoAnswer<>("the store: " + e.getMessage());
        }
    }

    ApiResult<SendResponse> send(ChatId chat, StoredFile stored, String caption, InlineKeyboardButton[][] keyboard)
            throws InterruptedException {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("file");
            return media.fetch(stored.key(), file)
                    ? api.call(dressed(document(chat, file, stored.name(), caption), keyboard), LONGEST_UPLOAD)
                    : gone(chat, stored.gone(), keyboard);
        } catch (MediaUnavailable e) {
            return new ApiResult.NoAnswer<>("the store: " + e.getMessage());
        }
    }

    private static SendDocument document(ChatId chat, Path file, String name, String caption) {
        return new SendDocument(chat.value(), file.toFile())
                .fileName(name)
                .contentType("application/octet-stream")
                .caption(caption)
                .parseMode(ParseMode.HTML);
    }

    private ApiResult<SendResponse> gone(ChatId chat, String html, InlineKeyboardButton[][] keyboard)
            throws InterruptedException {
        return api.call(dressed(new SendMessage(chat.value(), html).parseMode(ParseMode.HTML), keyboard));
    }

    private static AbstractSendRequest<?> dressed(AbstractSendRequest<?> request, InlineKeyboardButton[][] keyboard) {
        if (keyboard.length > 0) {
            request.replyMarkup(new InlineKeyboardMarkup(keyboard));
        }
        return request;
    }
}
