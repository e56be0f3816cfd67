package app.aisha.adapters.telegram;

import app.aisha.bot.screen.Original;
import app.aisha.core.account.ChatId;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.ScratchFolders;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AbstractSendRequest;
import com.pengrad.telegrambot.request.SendAudio;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendVideo;
import com.pengrad.telegrambot.request.SendVideoNote;
import com.pengrad.telegrambot.request.SendVoice;
import com.pengrad.telegrambot.response.SendResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Gives recordings back: by the {@code file_id} Telegram knows them under, without a byte; where it refuses that, as a file
 * from our store; where that is too large or gone, a word instead.
 */
public final class OriginalSending {

    private static final int BAD_REQUEST = 400;
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final MediaStore media;
    private final ScratchFolders scratch;
    private final long limit;

    /**
     * Where they are.
     *
     * @param limit the largest file that can be uploaded, in bytes
     */
    public OriginalSending(TelegramApi api, MediaStore media, ScratchFolders scratch, long limit) {
        this.api = api;
        this.media = media;
        this.scratch = scratch;
        this.limit = limit;
    }

    ApiResult<SendResponse> send(ChatId chat, Original original, String caption) throws InterruptedException {
        var known = api.call(known(chat, original, caption));
        return known instanceof ApiResult.Rejected<?> rejected && isAboutTheFile(rejected)
                ? stored(chat, original, caption)
                : known;
    }

    /** Also what a person does not want to get as a voice message may be sent as a file. */
    private static boolean isAboutTheFile(ApiResult.Rejected<?> rejected) {
        return rejected.code() == BAD_REQUEST && !rejected.description().contains("chat not found");
    }

    private static AbstractSendRequest<?> known(ChatId chat, Original original, String caption) {
        var file = original.file();
        return switch (original.kind()) {
            case VOICE -> new SendVoice(chat.value(), file).caption(caption).parseMode(ParseMode.HTML);
            case AUDIO -> new SendAudio(chat.value(), file).caption(caption).parseMode(ParseMode.HTML);
            case VIDEO -> new SendVideo(chat.value(), file).caption(caption).parseMode(ParseMode.HTML);
            case DOCUMENT ->
                new SendDocument(chat.value(), file).caption(caption).parseMode(ParseMode.HTML);
            case VIDEO_NOTE -> new SendVideoNote(chat.value(), file);
        };
    }

    private ApiResult<SendResponse> stored(ChatId chat, Original original, String caption) throws InterruptedException {
        try {
            var size = media.size(original.key());
            if (size.isPresent() && size.getAsLong() > limit) {
                return api.call(words(chat, original.excuses().tooLarge()));
            }
            try (var folder = scratch.open()) {
                var file = folder.path().resolve("original");
                return media.fetch(original.key(), file)
                        ? api.call(upload(chat, original, file, caption), LONGEST_UPLOAD)
                        : api.call(words(chat, original.excuses().gone()));
            }
        } catch (MediaUnavailable e) {
            return new ApiResult.NoAnswer<>("the store: " + e.getMessage());
        }
    }

    private static SendDocument upload(ChatId chat, Original original, Path file, String caption) {
        return new SendDocument(chat.value(), file.toFile())
                .fileName(original.name())
                .contentType("application/octet-stream")
                .caption(caption)
                .parseMode(ParseMode.HTML);
    }

    private static SendMessage words(ChatId chat, String html) {
        return new SendMessage(chat.value(), html).parseMode(ParseMode.HTML);
    }
}
