package app.aisha.adapters.openai;

import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;

/** The sound of a clip, which may have to be sent in more than one form. */
sealed interface SpeechSound {

    SpeechUpload packed(Manner.Sound form) throws SoundToolUnavailable, FileNotFoundException, InterruptedException;

    /** As WAV, where that needs no tool. */
    Optional<SpeechUpload> plain();

    record Piece(SoundPiece piece, SoundEncoder encoder) implements SpeechSound {

        @Override
        public SpeechUpload packed(Manner.Sound form) throws SoundToolUnavailable, InterruptedException {
            return form == Manner.Sound.OPUS
                    ? new SpeechUpload(SpeechUpload.Kind.OGG, BodyPublishers.ofByteArray(encoder.opus(piece)))
                    : wav(Wav.of(piece.samples()));
        }

        @Override
        public Optional<SpeechUpload> plain() {
            return Optional.of(wav(Wav.of(piece.samples())));
        }
    }

    record Whole(Path file, SpeechUpload.Kind kind) implements SpeechSound {

        @Override
        public SpeechUpload packed(Manner.Sound form) throws FileNotFoundException {
            return new SpeechUpload(kind, BodyPublishers.ofFile(file));
        }

        @Override
        public Optional<SpeechUpload> plain() {
            return Optional.empty();
        }
    }

    /** Generated, to see what the server does with it. */
    record Trial() implements SpeechSound {

        @Override
        public SpeechUpload packed(Manner.Sound form) {
            return wav(Wav.trial());
        }

        @Override
        public Optional<SpeechUpload> plain() {
            return Optional.of(wav(Wav.trial()));
        }
    }

    private static SpeechUpload wav(byte[] file) {
        return new SpeechUpload(SpeechUpload.Kind.WAV, BodyPublishers.ofByteArray(file));
    }
}
