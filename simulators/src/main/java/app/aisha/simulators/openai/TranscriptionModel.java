package app.aisha.simulators.openai;

import java.util.List;

/** What the transcription models accept, which is not the same for any two families of them. */
enum TranscriptionModel {
    GPT_TRANSCRIBE,
    WHISPER_1,
    GPT_4O,
    GPT_4O_DIARIZE;

    private static final int LONGEST_GPT_4O_SECONDS = 1_400;

    static TranscriptionModel named(String name) {
        for (var model : values()) {
            if (model.names().contains(name)) {
                return model;
            }
        }
        throw ApiError.modelNotFound(name);
    }

    List<String> names() {
        return switch (this) {
            case GPT_TRANSCRIBE -> List.of("gpt-transcribe");
            case WHISPER_1 -> List.of("whisper-1");
            case GPT_4O -> List.of("gpt-4o-transcribe", "gpt-4o-mini-transcribe", "gpt-4o-mini-transcribe-2025-12-15");
            case GPT_4O_DIARIZE -> List.of("gpt-4o-transcribe-diarize");
        };
    }

    private List<String> formats() {
        return switch (this) {
            case GPT_TRANSCRIBE, GPT_4O -> List.of("json", "text");
            case GPT_4O_DIARIZE -> List.of("diarized_json", "json", "text");
            case WHISPER_1 -> List.of("json", "srt", "text", "verbose_json", "vtt");
        };
    }

    void requireFormat(String format, String name) {
        if (!formats().contains(format)) {
            throw ApiError.unsupportedValue(
                    "response_format",
                    "response_format '%s' is not compatible with model '%s'. Use one of %s instead."
                            .formatted(format, name, formats()));
        }
    }

    void requireDuration(double seconds) {
        if ((this == GPT_4O || this == GPT_4O_DIARIZE) && seconds > LONGEST_GPT_4O_SECONDS) {
            throw ApiError.invalid(
                    "audio duration %f seconds is longer than %d seconds which is the maximum for this model"
                            .formatted(seconds, LONGEST_GPT_4O_SECONDS),
                    null,
                    "invalid_value");
        }
    }

    boolean streams() {
        return this != WHISPER_1;
    }

    /** The older models make up a sentence where nothing is said. */
    boolean inventsInSilence() {
        return this != GPT_TRANSCRIBE;
    }
}
