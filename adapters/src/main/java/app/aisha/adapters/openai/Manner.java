package app.aisha.adapters.openai;

import app.aisha.core.transcript.SoundCutter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * How to ask one server for one model: what the profile says, less what turned out not to work there.
 *
 * @param auto whether it has to be told to find the language out
 */
record Manner(
        ModelProfile profile, SpeechFormat format, VocabularyField vocabulary, Sound sound, boolean auto, int atOnce) {

    /** 1.3 times this is still below the 1400 s of OpenAI. */
    private static final Duration LONG_OPUS = Duration.ofSeconds(1_000);

    /** 1.3 times this is 24 MB. */
    private static final Duration LONG_WAV = Duration.ofSeconds(580);

    private static final String WHISPER_CPP = "whisper.cpp";

    /** What to send. */
    enum Sound {
        /** Pieces as Opus, whole files as they are. */
        OPUS,
        /** Pieces as WAV, whole files as they are. */
        WAV,
        /** Nothing but WAV is read there. */
        WAV_ONLY
    }

    /** What can be said before the server was ever asked. */
    static Manner toBeginWith(URI baseUrl, String model) {
        var profile = ModelProfile.of(model);
        var whereabouts = Whereabouts.of(baseUrl);
        var opus = switch (whereabouts) {
            case OPENAI, GROQ -> true;
            case PRIVATE -> false;
            case ELSEWHERE -> profile.opus();
        };
        var manner = new Manner(
                profile,
                profile.formats().getFirst(),
                vocabulary(profile, whereabouts, model),
                opus ? Sound.OPUS : Sound.WAV,
                false,
                profile.atOnce());
        return baseUrl.getPath().endsWith("/inference") ? manner.answeredBy(WHISPER_CPP) : manner;
    }

    /** Speaches and vLLM call models {@code maker/model}. */
    private static VocabularyField vocabulary(ModelProfile profile, Whereabouts whereabouts, String model) {
        var atHome = whereabouts == Whereabouts.PRIVATE || whereabouts == Whereabouts.ELSEWHERE;
        return profile.vocabulary() == VocabularyField.PROMPT && atHome && model.contains("/")
                ? VocabularyField.HOTWORDS
                : profile.vocabulary();
    }

    /** How long a piece should be; it may become 1.3 times that. */
    Duration pieceLength() {
        return switch (format) {
            case DIARIZED_JSON -> sound == Sound.OPUS ? LONG_OPUS : LONG_WAV;
            case VERBOSE_JSON, JSON, TEXT -> SoundCutter.Wanted.USUAL_PIECE;
        };
    }

    Manner withFormat(SpeechFormat other) {
        return new Manner(profile, other, vocabulary, sound, auto, atOnce);
    }

    Manner withoutVocabulary() {
        return new Manner(profile, format, VocabularyField.NONE, sound, auto, atOnce);
    }

    Manner with(Sound other) {
        return new Manner(profile, format, vocabulary, other, auto, atOnce);
    }

    /** The server of whisper.cpp, which says its name, takes one clip after the other and English for granted. */
    Manner answeredBy(String server) {
        return server.toLowerCase(Locale.ROOT).contains(WHISPER_CPP)
                ? new Manner(profile, format, vocabulary, sound, true, 1)
                : this;
    }

    /** For the log. */
    String summary() {
        return "answers in %s, %s, sound is sent as %s, at most %d at once"
                .formatted(
                        format.wireName(),
                        format.timed() ? "with times" : "without times",
                        sound == Sound.OPUS ? "Opus" : "WAV",
                        atOnce);
    }
}
