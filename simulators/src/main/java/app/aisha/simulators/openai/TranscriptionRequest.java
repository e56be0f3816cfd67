package app.aisha.simulators.openai;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A checked request for a transcription.
 *
 * @param languages as asked for by either field; empty when none was
 * @param details of word, segment and logprobs what is to be answered besides the text
 */
record TranscriptionRequest(
        TranscriptionModel model,
        String modelName,
        Multipart.Part file,
        String format,
        List<String> languages,
        Set<String> details,
        boolean stream) {

    private static final List<String> FILE_TYPES =
            List.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");
    private static final Set<String> GPT_LANGUAGES = Set.of(
            "af", "ar", "hy", "az", "be", "bn", "bs", "bg", "yue", "ca", "zh", "hr", "cs", "da", "nl", "en", "et", "fi",
            "fr", "gl", "ka", "de", "el", "gu", "he", "hi", "hu", "is", "id", "it", "ja", "kn", "kk", "ko", "lv", "lt",
            "mk", "ms", "ml", "mi", "mr", "ne", "no", "fa", "pl", "pt", "ro", "ru", "sr", "sk", "sl", "es", "sw", "sv",
            "tl", "ta", "te", "th", "tr", "uk", "ur", "vi", "cy");
    private static final int LONGEST_UNCHUNKED_SECONDS = 30;
    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

    /** @throws ApiError the refusal of the real server */
    static TranscriptionRequest of(Multipart form) {
        var name = form.value("model").filter(value -> !value.isBlank()).orElseThrow(() -> missing("model"));
        var model = TranscriptionModel.named(name);
        var file = form.file("file").orElseThrow(() -> missing("file"));
        requireFileType(file, model);
        var format = form.value("response_format").orElse("json");
        model.requireFormat(format, name);
        requireTemperature(form);
        var details = requireInclude(form, model, format) ? Set.of("logprobs") : granularities(form, format);
        var stream = form.value("stream").map(TranscriptionRequest::bool).orElse(false);
        return new TranscriptionRequest(
                model, name, file, format, languages(form, model), details, stream && model.streams());
    }

    /** The model that tells voices apart takes more than half a minute in chunks only, and no prompt at all. */
    void requireChunking(Multipart form, double seconds) {
        if (model != TranscriptionModel.GPT_4O_DIARIZE) {
            return;
        }
        if (form.value("prompt").isPresent()) {
            throw ApiError.unsupportedValue("prompt", "Prompt is not supported for diarization models");
        }
        if (seconds > LONGEST_UNCHUNKED_SECONDS
                && form.value("chunking_strategy").isEmpty()) {
            throw ApiError.invalid(
                    "chunking_strategy is required for diarization models with audio longer than 30 seconds",
                    "chunking_strategy",
                    "invalid_value");
        }
    }

    private static ApiError missing(String field) {
        return ApiError.invalid(
                "Missing required parameter: '%s'.".formatted(field), field, "missing_required_parameter");
    }

    private static void requireFileType(Multipart.Part file, TranscriptionModel model) {
        var name = Optional.ofNullable(file.fileName()).orElse("");
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !FILE_TYPES.contains(extension)) {
            throw ApiError.invalid(
                    "Invalid file format. Supported formats: " + FILE_TYPES,
                    "file",
                    model == TranscriptionModel.WHISPER_1 ? null : "unsupported_format");
        }
    }

    private static List<String> languages(Multipart form, TranscriptionModel model) {
        var single = form.value("language");
        var several = form.list("languages");
        if (single.isPresent() && !several.isEmpty()) {
            throw ApiError.invalid("'language' and 'languages' cannot be used together.", "languages", "invalid_value");
        }
        if (model != TranscriptionModel.GPT_TRANSCRIBE) {
            single.ifPresent(TranscriptionRequest::requireIsoLanguage);
            return single.stream().toList();
        }
        for (var code : several) {
            if (!GPT_LANGUAGES.contains(code)) {
                throw ApiError.invalid("Unsupported language '%s'.".formatted(code), "languages", "unsupported_value");
            }
        }
        form.list("keywords").forEach(TranscriptionRequest::requireKeyword);
        return several;
    }

    private static void requireIsoLanguage(String code) {
        if (!ISO_LANGUAGES.contains(code)) {
            throw ApiError.invalid(
                    "Invalid language '%s'. Language parameter must be specified in ISO-639-1 format.".formatted(code),
                    "language",
                    "invalid_language_format");
        }
    }

    private static void requireKeyword(String keyword) {
        if (keyword.isBlank() || keyword.chars().anyMatch(c -> c == '<' || c == '>' || c == '\r' || c == '\n')) {
            throw ApiError.invalid(
                    "Invalid keyword: keywords must be non-empty single lines without '<' or '>'.",
                    "keywords",
                    "invalid_value");
        }
    }

    private static void requireTemperature(Multipart form) {
        form.value("temperature").ifPresent(text -> {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value <= 1) {
                    return;
                }
            } catch (NumberFormatException notANumber) {
                throw badTemperature(text);
            }
            throw badTemperature(text);
        });
    }

    private static ApiError badTemperature(String text) {
        return ApiError.invalid(
                "Invalid 'temperature': expected a number between 0 and 1, but got '%s' instead.".formatted(text),
                "temperature",
                "invalid_value");
    }

    private static Set<String> granularities(Multipart form, String format) {
        var asked = new HashSet<>(form.list("timestamp_granularities"));
        if (asked.isEmpty()) {
            return Set.of("segment");
        }
        if (!Set.of("word", "segment").containsAll(asked)) {
            throw ApiError.invalid(
                    "Invalid value for 'timestamp_granularities': supported values are 'word' and 'segment'.",
                    "timestamp_granularities",
                    "invalid_value");
        }
        if (!format.equals("verbose_json")) {
            throw ApiError.invalid(
                    "'timestamp_granularities' requires 'response_format' to be 'verbose_json'.",
                    "timestamp_granularities",
                    "invalid_value");
        }
        return Set.copyOf(asked);
    }

    private static boolean requireInclude(Multipart form, TranscriptionModel model, String format) {
        var include = form.list("include");
        boolean logprobs = model == TranscriptionModel.GPT_4O && format.equals("json");
        if (!include.isEmpty() && !(logprobs && Set.of("logprobs").containsAll(include))) {
            throw ApiError.unsupportedValue(
                    "include", "'include' %s is not supported with this model and response format.".formatted(include));
        }
        return !include.isEmpty();
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0", "" -> false;
            default ->
                throw ApiError.invalid(
                        "Invalid type for 'stream': expected a boolean, but got '%s' instead.".formatted(text),
                        "stream",
                        "invalid_type");
        };
    }
}
