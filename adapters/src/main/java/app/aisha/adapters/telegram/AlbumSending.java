package app.aisha.adapters.telegram;

import app.aisha.bot.delivery.SentPictures;
import app.aisha.bot.screen.Album;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.core.account.ChatId;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.PictureId;
import app.aisha.core.work.ScratchFolders;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.response.MessagesResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends albums, whose words follow as a message of their own. An album whose words could not follow is not sent again by the
 * next try of this process.
 */
public final class AlbumSending {

    private static final int REMEMBERED = 1_000;
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final MediaStore media;
    private final ScratchFolders scratch;
    private final SentPictures sent;
    private final Set<Key> wordless = Collections.synchronizedSet(Collections.newSetFromMap(new Bounded()));

    public AlbumSending(TelegramApi api, MediaStore media, ScratchFolders scratch, SentPictures sent) {
        this.api = api;
        this.media = media;
        this.scratch = scratch;
        this.sent = sent;
    }

    private record Key(ChatId chat, List<PictureId> pictures) {}

    private static Key key(ChatId chat, Album album) {
        return new Key(
                chat, album.pictures().stream().map(StoredPicture::picture).toList());
    }

    /** Empty once the person sees the album; pictures that our store has no more are left out. */
    Optional<ApiResult<MessagesResponse>> send(ChatId chat, Album album) throws InterruptedException {
        var key = key(chat, album);
        if (wordless.contains(key)) {
            return Optional.empty();
        }
        var result = tried(chat, album);
        if (result.isEmpty() || result.get() instanceof ApiResult.Ok) {
            wordless.add(key);
            return Optional.empty();
        }
        return result;
    }

    /** Notes that the words followed. */
    void ended(ChatId chat, Album album) {
        wordless.remove(key(chat, album));
    }

    private Optional<ApiResult<MessagesResponse>> tried(ChatId chat, Album album) throws InterruptedException {
        if (album.pictures().stream().allMatch(picture -> picture.known().isPresent())) {
            var known = api.call(group(
                    chat,
                    album.pictures().stream()
                            .map(picture -> new InputMediaPhoto(picture.known().orElseThrow()))
                            .toList()));
            if (!(known instanceof ApiResult.Rejected<?> rejected && StoreSending.isAboutTheFile(rejected))) {
                return Optional.of(known);
            }
        }
        return uploaded(chat, album);
    }

    private Optional<ApiResult<MessagesResponse>> uploaded(ChatId chat, Album album) throws InterruptedException {
        try (var folder = scratch.open()) {
            var there = new ArrayList<StoredPicture>();
            var photos = new ArrayList<InputMediaPhoto>();
            for (var picture : album.pictures()) {
                var file = folder.path().resolve("picture-" + there.size());
                if (media.fetch(picture.key(), file)) {
                    there.add(picture);
                    photos.add(photo(file, picture));
                }
            }
            if (photos.size() < 2) {
                return Optional.empty();
            }
            var result = api.call(group(chat, photos), LONGEST_UPLOAD);
            if (result instanceof ApiResult.Ok<MessagesResponse>(var answer)) {
                remember(there, answer.messages());
            }
            return Optional.of(result);
        } catch (MediaUnavailable e) {
            return Optional.of(new ApiResult.NoAnswer<>("the store: " + e.getMessage()));
        }
    }

    private static InputMediaPhoto photo(Path file, StoredPicture picture) {
        return new InputMediaPhoto(file.toFile()).fileName(picture.name());
    }

    private static SendMediaGroup group(ChatId chat, List<InputMediaPhoto> photos) {
        return new SendMediaGroup(chat.value(), photos.toArray(InputMediaPhoto[]::new));
    }

    private void remember(List<StoredPicture> pictures, Message[] messages) {
        if (messages.length == pictures.size()) {
            var files = Arrays.stream(messages).map(StoreSending::largest).toList();
            for (var place = 0; place < files.size(); place++) {
                var picture = pictures.get(place);
                files.get(place).ifPresent(file -> sent.sent(picture.picture(), picture.owner(), file));
            }
        }
    }

    /** Forgets the eldest. */
    private static final class Bounded extends LinkedHashMap<Key, Boolean> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
