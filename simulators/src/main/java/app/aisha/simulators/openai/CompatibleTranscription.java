package app.aisha.simulators.openai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** One request to a compatible server: which fields it refuses, which it does not even look at, and what it answers. */
final class CompatibleTranscription {

    private static final Pattern NOT_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Persona persona;
    private final Recogniser recogniser;

    CompatibleTranscription(Persona persona, Recogniser recogniser) {
        this.persona = persona;
        this.recogniser = recogniser;
    }

    Reply answer(Multipart form, CallNotes notes) throws IOException {
        requireModel(form.value("model").orElse(""));
        var format = form.value("response_format").filter(it -> !it.isEmpty()).orElse("json");
        var invalid = invalid(form, format);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        var file = form.file("file").orElseThrow(this::noFile);
        if (persona == Persona.WHISPERCPP && !isWav(file)) {
            throw ApiError.invalid("failed to read audio data", null, null);
        }
        var sound = recogniser.decode(file, notes).orElseThrow(this::undecodable);
        var transcript = recogniser.transcript(sound, told(form), true, notes);
        var heard = persona == Persona.WHISPERCPP && transcript.language().equals("en")
                ? inEnglish(transcript)
                : transcript;
        return new CompatibleWriter(persona).write(heard, format);
    }

    /** Only languages that are told are known; whisper.cpp takes silence about it for English. */
    private List<String> told(Multipart form) {
        var language = form.value("language").filter(it -> !it.isEmpty());
        return switch (persona) {
            case WHISPERCPP -> language.orElse("en").equals("auto") ? List.of() : List.of(language.orElse("en"));
            case OPENAI, SPEACHES, LOCALAI, VLLM, GROQ, GATEWAY ->
                language.stream().toList();
        };
    }

    private static Transcript inEnglish(Transcript transcript) {
        return NOT_LATIN.matcher(transcript.text()).find()
                ? Transcript.spread("(speaking in foreign language)", "en", transcript.duration(), false)
                : transcript;
    }

    private void requireModel(String model) {
        switch (persona) {
            case SPEACHES -> {
                if (!model.matches("Systran/faster-whisper-(small|large-v3)")) {
                    throw new ApiError(
                            404,
                            "Model '%s' is not installed locally. You can download the model using `POST /v1/models/%s`"
                                    .formatted(model, model),
                            "",
                            null,
                            null);
                }
            }
            case VLLM -> {
                if (!model.equals("openai/whisper-large-v3")) {
                    throw new ApiError(404, "The model `%s` does not exist.".formatted(model), "", "model", null);
                }
            }
            case GROQ -> {
                if (!model.matches("whisper-large-v3(-turbo)?")) {
                    throw ApiError.modelNotFound(model);
                }
            }
            case GATEWAY -> {
                if (model.equals("whisper-1")) {
                    throw new ApiError(
                            503, "No available channels for model whisper-1 under group default", "", null, null);
                }
            }
            case OPENAI, WHISPERCPP, LOCALAI -> {}
        }
    }

    private Optional<Reply> invalid(Multipart form, String format) {
        var language = form.value("language").filter(it -> !it.isEmpty()).orElse("en");
        var timed = !form.list("timestamp_granularities").isEmpty() && !format.equals("verbose_json");
        return switch (persona) {
            case SPEACHES -> {
                if (!ISO_LANGUAGES.contains(language)) {
                    yield Optional.of(unprocessable("language", language));
                }
                if (!Set.of("text", "json", "verbose_json", "srt", "vtt").contains(format)) {
                    yield Optional.of(unprocessable("response_format", format));
                }
                yield timed
                        ? Optional.of(new Reply.Whole(500, "text/plain", "Internal Server Error", Map.of()))
                        : Optional.empty();
            }
            case VLLM, GROQ -> {
                require(
                        ISO_LANGUAGES.contains(language),
                        "Unsupported language: '%s'.".formatted(language),
                        "language");
                require(
                        Set.of("json", "text", "verbose_json").contains(format),
                        "response_format must be one of [json, text, verbose_json]",
                        "response_format");
                require(
                        !timed || persona == Persona.VLLM,
                        "timestamp_granularities requires response_format verbose_json",
                        "timestamp_granularities");
                yield Optional.empty();
            }
            case GATEWAY -> {
                require(
                        Set.of("json", "text").contains(format),
                        "response_format '%s' is not supported by the upstream".formatted(format),
                        "response_format");
                yield Optional.empty();
            }
            case OPENAI, WHISPERCPP, LOCALAI -> Optional.empty();
        };
    }

    private static void require(boolean right, String message, String param) {
        if (!right) {
            throw ApiError.invalid(message, param, null);
        }
    }

    private static Reply unprocessable(String field, String input) {
        var body = Json.object();
        ObjectNode complaint = body.putArray("detail").addObject().put("type", "enum");
        complaint.putArray("loc").add("body").add(field);
        complaint.put("msg", "Input should be one of the known values").put("input", input);
        return Reply.json(422, body);
    }

    private ApiError noFile() {
        return ApiError.invalid("no 'file' field in the request", "file", null);
    }

    private ApiError undecodable() {
        return switch (persona) {
            case SPEACHES ->
                new ApiError(415, "Failed to decode audio. The provided file type is not supported.", "", null, null);
            case LOCALAI -> new ApiError(500, "failed to convert the audio: exit status 1", "", null, null);
            case OPENAI, WHISPERCPP, VLLM, GROQ, GATEWAY ->
                ApiError.invalid("Invalid or unsupported audio file.", "file", null);
        };
    }

    private static boolean isWav(Multipart.Part file) throws IOException {
        try (var bytes = file.open()) {
            return new String(bytes.readNBytes(4), StandardCharsets.US_ASCII).equals("RIFF");
        }
    }
}
