package app.aisha.simulators.openai;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Writes a transcript the way a compatible server does, odd shapes and all. */
final class CompatibleWriter {

    private static final long NANOSECONDS = 1_000_000_000L;

    private final Persona persona;

    CompatibleWriter(Persona persona) {
        this.persona = persona;
    }

    Reply write(Transcript transcript, String format) {
        if (persona == Persona.LOCALAI) {
            return Reply.json(200, withNanoseconds(transcript));
        }
        return switch (format) {
            case "text" -> text(transcript);
            case "verbose_json" -> Reply.json(200, verbose(transcript));
            default -> Reply.json(200, plain(transcript));
        };
    }

    /** The server of whisper.cpp calls its text HTML. */
    private Reply text(Transcript transcript) {
        return persona == Persona.WHISPERCPP
                ? Reply.text("text/html; charset=utf-8", " " + transcript.text() + "\n")
                : Reply.text("text/plain; charset=utf-8", transcript.text());
    }

    private ObjectNode plain(Transcript transcript) {
        var body = Json.object()
                .put("text", persona == Persona.WHISPERCPP ? " " + transcript.text() + "\n" : transcript.text());
        if (persona == Persona.VLLM) {
            body.putObject("usage").put("type", "duration").put("seconds", (int) Math.ceil(transcript.duration()));
        }
        if (persona == Persona.GROQ) {
            body.putObject("x_groq").put("id", "req_simulated");
        }
        return body;
    }

    /** Whatever form was asked for. */
    private static ObjectNode withNanoseconds(Transcript transcript) {
        var body = Json.object();
        var segments = body.putArray("segments");
        for (var segment : transcript.segments()) {
            segments.addObject()
                    .put("id", segments.size() - 1)
                    .put("start", Math.round(segment.start() * NANOSECONDS))
                    .put("end", Math.round(segment.end() * NANOSECONDS))
                    .put("text", segment.text())
                    .putArray("tokens");
        }
        return body.put("text", transcript.text());
    }

    private ObjectNode verbose(Transcript transcript) {
        var body = plain(transcript).put("task", "transcribe").put("language", language(transcript));
        if (persona == Persona.VLLM) {
            body.put("duration", Double.toString(transcript.duration()));
        } else {
            body.put("duration", transcript.duration());
        }
        var segments = body.putArray("segments");
        for (var segment : transcript.segments()) {
            var node = segments.addObject()
                    .put("id", segments.size() - 1)
                    .put("start", segment.start())
                    .put("end", segment.end())
                    .put("text", " " + segment.text());
            if (persona == Persona.VLLM) {
                node.putNull("no_speech_prob");
            } else {
                node.put("no_speech_prob", transcript.silent() ? 0.96 : 0.01);
            }
        }
        return body;
    }

    private String language(Transcript transcript) {
        return persona == Persona.WHISPERCPP || persona == Persona.GROQ
                ? Locale.of(transcript.language())
                        .getDisplayLanguage(Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT)
                : transcript.language();
    }
}
