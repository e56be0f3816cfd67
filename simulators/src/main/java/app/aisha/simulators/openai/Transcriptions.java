package app.aisha.simulators.openai;

import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The recognition of speech, as OpenAI or one of the compatible servers does it. */
final class Transcriptions implements Endpoint {

    private static final double SHORTEST_SECONDS = 0.1;

    private final Recogniser recogniser;
    private final Personas personas;

    Transcriptions(Recogniser recogniser, Personas personas) {
        this.recogniser = recogniser;
        this.personas = personas;
    }

    @Override
    public Reply answer(Request http, CallNotes notes) throws IOException {
        var form = http.form();
        notes.fields(fields(form));
        form.value("model").ifPresent(notes::model);
        var persona = personas.now();
        return persona == Persona.OPENAI
                ? openAi(form, notes)
                : new CompatibleTranscription(persona, recogniser).answer(form, notes);
    }

    private Reply openAi(Multipart form, CallNotes notes) throws IOException {
        var request = TranscriptionRequest.of(form);
        var sound = recogniser.decode(request.file(), notes).orElseThrow(Transcriptions::undecodable);
        if (sound.seconds() < SHORTEST_SECONDS) {
            throw ApiError.invalid(
                    "Audio file is too short. Minimum audio length is 0.1 seconds.", "file", "audio_too_short");
        }
        request.model().requireDuration(sound.seconds());
        request.requireChunking(form, sound.seconds());
        var transcript = recogniser.transcript(
                sound, request.languages(), request.model().inventsInSilence(), notes);
        return TranscriptWriter.write(transcript, request);
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
}
