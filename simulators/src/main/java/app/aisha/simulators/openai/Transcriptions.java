package app.aisha.simulators.openai;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** POST /v1/audio/transcriptions. */
final class Transcriptions implements Endpoint {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final double SHORTEST_SECONDS = 0.1;

    private final AudioDecoder decoder;
    private final Script script;

    Transcriptions(AudioDecoder decoder, Script script) {
        this.decoder = decoder;
        this.script = script;
    }

    @Override
    public Reply answer(Request http, CallNotes notes) throws IOException {
        var form = http.form();
        notes.fields(fields(form));
        form.value("model").ifPresent(notes::model);
        var request = TranscriptionRequest.of(form);
        var sound = decoder.decode(request.file().open()).orElseThrow(Transcriptions::undecodable);
        notes.sound(sound);
        if (sound.seconds() < SHORTEST_SECONDS) {
            throw ApiError.invalid(
                    "Audio file is too short. Minimum audio length is 0.1 seconds.", "file", "audio_too_short");
        }
        request.model().requireDuration(sound.seconds());
        return TranscriptWriter.write(transcript(sound, request, notes), request);
    }

    private static ApiError undecodable() {
        return ApiError.invalid("Audio file might be corrupted or unsupported", "file", "invalid_value");
    }

    private static ObjectNode fields(Multipart form) {
        var fields = Json.object();
        for (var part : form.parts()) {
            if (part.fileName() != null) {
                fields.putObject(part.name()).put("filename", part.fileName()).put("bytes", part.size());
            } else if (fields.get(part.name()) instanceof ArrayNode list) {
                list.add(part.text());
            } else if (part.name().endsWith("[]")) {
                fields.putArray(part.name()).add(part.text());
            } else {
                fields.put(part.name(), part.text());
            }
        }
        return fields;
    }

    private Transcript transcript(Sound sound, TranscriptionRequest request, CallNotes notes) {
        var language =
                request.languages().isEmpty() ? "en" : request.languages().getFirst();
        var inRussian = language.equals("ru");
        if (sound.allSilent()) {
            var invented = inRussian ? "Продолжение следует..." : "Thanks for watching!";
            var text = request.model().inventsInSilence() ? invented : "";
            return Transcript.spread(text, language, sound.seconds(), true);
        }
        var located = script.locate(sound);
        if (located.isPresent()) {
            notes.offset(located.get().offset());
            var heard = located.get().text();
            return new Transcript(heard, located.get().words(), spokenIn(heard, request), sound.seconds(), false);
        }
        var text = script.nextText().orElseGet(() -> simulation(sound.seconds(), inRussian));
        return Transcript.spread(text, spokenIn(text, request), sound.seconds(), false);
    }

    /** The language asked for, else the one whose letters the text is written in. */
    private static String spokenIn(String text, TranscriptionRequest request) {
        if (!request.languages().isEmpty()) {
            return request.languages().getFirst();
        }
        return CYRILLIC.matcher(text).find() ? "ru" : "en";
    }

    private static String simulation(double seconds, boolean inRussian) {
        return inRussian
                ? String.format(
                        Locale.of("ru"), "Это симуляция: речь не распознавалась. Длительность записи %.1f с.", seconds)
                : String.format(
                        Locale.ROOT,
                        "This is a simulation: no speech was recognised. The recording lasts %.1f s.",
                        seconds);
    }
}
