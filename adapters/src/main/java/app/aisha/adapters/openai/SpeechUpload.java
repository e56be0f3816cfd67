package app.aisha.adapters.openai;

import app.aisha.adapters.http.MultipartForm;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Map;
import java.util.Optional;

/**
 * The sound to send.
 *
 * @param content can be read more than once
 */
record SpeechUpload(Kind kind, BodyPublisher content) {

    void addTo(MultipartForm form) {
        form.file("file", kind.fileName, kind.mediaType, content);
    }

    /**
     * The formats of OpenAI's list. The names matter: {@code .oga} and {@code .opus} are not in that list, {@code .ogg} is.
     */
    enum Kind {
        OGG("voice.ogg", "audio/ogg"),
        MP3("voice.mp3", "audio/mpeg"),
        WAV("voice.wav", "audio/wav"),
        FLAC("voice.flac", "audio/flac"),
        MP4("voice.mp4", "audio/mp4"),
        WEBM("voice.webm", "audio/webm");

        private static final Map<String, Kind> BY_CONTAINER = Map.of(
                "ogg",
                OGG,
                "mp3",
                MP3,
                "wav",
                WAV,
                "flac",
                FLAC,
                "mov",
                MP4,
                "mp4",
                MP4,
                "matroska",
                WEBM,
                "webm",
                WEBM);

        private final String fileName;
        private final String mediaType;

        Kind(String fileName, String mediaType) {
            this.fileName = fileName;
            this.mediaType = mediaType;
        }

        static Optional<Kind> of(String container) {
            return Optional.ofNullable(BY_CONTAINER.get(container));
        }
    }
}
