package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Puts a transcript into the form the request asked for. */
final class TranscriptWriter {
    private TranscriptWriter() {}

    static Reply write(Transcript transcript, TranscriptionRequest request) {
        if (request.stream()) {
            return stream(transcript, request);
        }
        return switch (request.format()) {
            case "text" -> Reply.text("text/plain; charset=utf-8", transcript.text() + "\n");
            case "srt" -> Reply.text("text/plain; charset=utf-8", subtitles(transcript, ',', true));
            case "vtt" -> Reply.text("text/plain; charset=utf-8", "WEBVTT\n\n" + subtitles(transcript, '.', false));
            case "diarized_json" -> Reply.json(200, diarized(transcript, request));
            case "verbose_json" -> Reply.json(200, verbose(transcript, request));
            default -> Reply.json(200, plain(transcript, request));
        };
    }

    private static ObjectNode plain(Transcript transcript, TranscriptionRequest request) {
        var body = Json.object().put("text", transcript.text());
        finish(body, transcript, request);
        return body;
    }

    private static void finish(ObjectNode body, Transcript transcript, TranscriptionRequest request) {
        if (request.model() == TranscriptionModel.GPT_TRANSCRIBE) {
            var languages = body.putArray("languages");
            if (!transcript.silent()) {
                languages.addObject().put("code", transcript.language());
            }
        }
        if (request.details().contains("logprobs")) {
            var logprobs = body.putArray("logprobs");
            transcript
                    .words()
                    .forEach(word ->
                            logprobs.addObject().put("token", word.text()).put("logprob", -0.1));
        }
        if (request.model() == TranscriptionModel.GPT_4O) {
            int heard = (int) Math.ceil(transcript.duration() * 10);
            int said = transcript.words().size() * 2;
            var usage = body.putObject("usage").put("type", "tokens").put("input_tokens", heard);
            usage.putObject("input_token_details").put("text_tokens", 0).put("audio_tokens", heard);
            usage.put("output_tokens", said).put("total_tokens", heard + said);
        } else {
            body.putObject("usage").put("type", "duration").put("seconds", (int) Math.ceil(transcript.duration()));
        }
    }

    /** Voices are called A, B and so on in the order in which they are heard here; unknown ones are two that take turns. */
    private static ObjectNode diarized(Transcript transcript, TranscriptionRequest request) {
        var body = Json.object()
                .put("task", "transcribe")
                .put("duration", transcript.duration())
                .put("text", transcript.text());
        var labels = new HashMap<String, Character>();
        var segments = body.putArray("segments");
        for (var segment : transcript.segments()) {
            var speaker = segment.voice().isEmpty()
                    ? "AB".charAt(segments.size() % 2)
                    : labels.computeIfAbsent(segment.voice(), _ -> (char) ('A' + labels.size()));
            segments.addObject()
                    .put("type", "transcript.text.segment")
                    .put("id", "seg_" + segments.size())
                    .put("start", segment.start())
                    .put("end", segment.end())
                    .put("text", " " + segment.text())
                    .put("speaker", String.valueOf(speaker));
        }
        finish(body, transcript, request);
        return body;
    }

    private static ObjectNode verbose(Transcript transcript, TranscriptionRequest request) {
        var body = Json.object()
                .put("task", "transcribe")
                .put(
                        "language",
                        Locale.of(transcript.language())
                                .getDisplayLanguage(Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT))
                .put("duration", transcript.duration())
                .put("text", transcript.text());
        if (request.details().contains("word")) {
            var words = body.putArray("words");
            transcript
                    .words()
                    .forEach(word -> words.addObject()
                            .put("word", word.text())
                            .put("start", word.start())
                            .put("end", word.end()));
        }
        if (request.details().contains("segment")) {
            var segments = body.putArray("segments");
            for (var segment : transcript.segments()) {
                segment(segments.addObject().put("id", segments.size() - 1), segment, transcript.silent());
            }
        }
        finish(body, transcript, request);
        return body;
    }

    private static void segment(ObjectNode node, Transcript.Segment segment, boolean silent) {
        node.put("seek", 0)
                .put("start", segment.start())
                .put("end", segment.end())
                .put("text", " " + segment.text())
                .put("temperature", 0.0)
                .put("avg_logprob", silent ? -1.2 : -0.2)
                .put("compression_ratio", 1.1)
                .put("no_speech_prob", silent ? 0.96 : 0.01);
        node.putArray("tokens");
    }

    private static String subtitles(Transcript transcript, char point, boolean numbered) {
        var lines = new StringBuilder();
        int number = 0;
        for (var segment : transcript.segments()) {
            number++;
            if (numbered) {
                lines.append(number).append('\n');
            }
            lines.append(time(segment.start(), point))
                    .append(" --> ")
                    .append(time(segment.end(), point))
                    .append('\n')
                    .append(segment.text())
                    .append("\n\n");
        }
        return lines.toString();
    }

    private static String time(double seconds, char point) {
        long ms = Math.round(Math.max(0, seconds) * 1000);
        return "%02d:%02d:%02d%c%03d".formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, point, ms % 1000);
    }

    private static Reply stream(Transcript transcript, TranscriptionRequest request) {
        var events = new ArrayList<Reply.Event>();
        for (var piece : Reply.Stream.pieces(transcript.text())) {
            events.add(event(Json.object().put("type", "transcript.text.delta").put("delta", piece)));
        }
        var done = Json.object().put("type", "transcript.text.done").put("text", transcript.text());
        finish(done, transcript, request);
        events.add(event(done));
        events.add(Reply.Event.DONE);
        return new Reply.Stream(events);
    }

    private static Reply.Event event(ObjectNode data) {
        return new Reply.Event(null, Json.text(data));
    }
}
