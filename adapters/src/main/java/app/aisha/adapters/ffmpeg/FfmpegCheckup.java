package app.aisha.adapters.ffmpeg;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.util.List;

/** Whether an ffmpeg runs here that reads and writes what people send and services take. */
public final class FfmpegCheckup implements Checkup {

    private static final String FFMPEG = "ffmpeg";

    /** Of voice messages, phones, messengers, cameras and recorders. */
    private static final List<String> DECODERS =
            List.of("opus", "vorbis", "aac", "mp3", "flac", "alac", "pcm_s16le", "amrnb", "wmav2");

    private final FfmpegSettings settings;

    public FfmpegCheckup(FfmpegSettings settings) {
        this.settings = settings;
    }

    @Override
    public String subject() {
        return FFMPEG;
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        try {
            var found = Ffmpeg.find(settings);
            var told = FfmpegTrial.answer(found, found.program(), "-decoders");
            var missing = DECODERS.stream()
                    .filter(decoder -> !told.contains(" " + decoder + " "))
                    .toList();
            var which = "%s (%s)".formatted(found.version(), found.origin());
            return List.of(
                    missing.isEmpty()
                            ? Finding.fine(FFMPEG, which + " reads and writes all that is needed")
                            : Finding.doubtful(
                                    FFMPEG,
                                    "%s cannot read %s".formatted(which, String.join(", ", missing)),
                                    "install a complete build, or remove FFMPEG_PATH to use the bundled one"));
        } catch (SoundToolUnavailable e) {
            return List.of(Finding.wrong(
                    FFMPEG,
                    String.valueOf(e.getMessage()),
                    "install ffmpeg 4.3 or newer with libopus, or let FFMPEG_PATH name one"));
        }
    }
}
