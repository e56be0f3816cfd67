package app.aisha.adapters.telegram;

import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.Recording.Kind;
import com.pengrad.telegrambot.model.Message;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the recording in a message, or the document that may be one. */
final class TelegramRecordings {

    private TelegramRecordings() {}

    static Optional<Recording> in(Message message) {
        var number = message.messageId();
        if (message.voice() != null) {
            var voice = message.voice();
            return of(number, voice.fileId(), Kind.VOICE, null, voice.duration(), voice.fileSize());
        }
        if (message.audio() != null) {
            var audio = message.audio();
            var name = audio.title() == null ? audio.fileName() : audio.title();
            return of(number, audio.fileId(), Kind.AUDIO, name, audio.duration(), audio.fileSize());
        }
        if (message.video() != null) {
            var video = message.video();
            return of(number, video.fileId(), Kind.VIDEO, video.fileName(), video.duration(), video.fileSize());
        }
        if (message.videoNote() != null) {
            var note = message.videoNote();
            var size = note.fileSize() == null ? null : note.fileSize().longValue();
            return of(
                    number, note.fileId(), Kind.VIDEO_NOTE, null, note.length() == null ? null : note.duration(), size);
        }
        if (message.document() != null) {
            var document = message.document();
            return of(number, document.fileId(), Kind.DOCUMENT, document.fileName(), null, document.fileSize());
        }
        return Optional.empty();
    }

    private static Optional<Recording> of(
            int message,
            @Nullable String file,
            Kind kind,
            @Nullable String name,
            @Nullable Integer seconds,
            @Nullable Long bytes) {
        return Optional.ofNullable(file)
                .map(id -> new Recording(
                        message,
                        TelegramUpdateReader.clean(id),
                        kind,
                        Optional.ofNullable(name)
                                .map(TelegramUpdateReader::clean)
                                .filter(words -> !words.isBlank()),
                        Duration.ofSeconds(seconds == null ? 0 : Math.max(0, seconds)),
                        bytes == null ? 0 : Math.max(0, bytes)));
    }
}
