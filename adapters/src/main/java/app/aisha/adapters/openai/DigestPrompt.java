package app.aisha.adapters.openai;

import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;
import app.aisha.core.transcript.Passage;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a digest is asked for with. */
final class DigestPrompt {

    private static final String RULES = DigestForm.file("rules.txt");

    private DigestPrompt() {}

    static ChatPrompt of(Request request, Excerpt excerpt, Fence fence) {
        var form = DigestForm.of(request);
        var instruction = (form.instruction() + "\n\n" + RULES)
                .replace("{opening}", fence.opening("transcript"))
                .replace("{closing}", fence.closing("transcript"))
                .replace("{question}", fence.opening("question"))
                .replace("{language}", language(excerpt))
                .replace("{day}", day(excerpt.recordedOn()));
        var transcript = fence.around(
                "transcript",
                excerpt.passages().stream().map(DigestPrompt::line).toList());
        return new ChatPrompt(form, instruction, transcript + question(request, fence), Optional.empty());
    }

    private static String question(Request request, Fence fence) {
        return switch (request) {
            case Request.Question(var words) -> "\n\n" + fence.around("question", List.of(words));
            case Request.Summary _, Request.ToDo _, Request.Protocol _ -> "";
        };
    }

    private static String line(Passage passage) {
        return passage.place()
                        .map(place -> "[%s] ".formatted(TimeCode.of(place.start())))
                        .orElse("")
                + passage.speaker().map(speaker -> speaker + ": ").orElse("")
                + passage.text();
    }

    private static String language(Excerpt excerpt) {
        return excerpt.language()
                .map(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))
                .map("the language of the transcript, %s"::formatted)
                .orElse("the language of the transcript");
    }

    private static String day(LocalDate day) {
        return "%s, a %s".formatted(day, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
