package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.story.TraceReceiver.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a voice message sets in motion is one trace, from the update over the job to the services that are asked. */
@ParameterizedClass
@EnumSource(Town.Intake.class)
class TracesStory {

    private static final Set<String> TOLD = Set.of(
            "aisha.update",
            "aisha.job",
            "aisha.subject",
            "aisha.outcome",
            "aisha.provider",
            "aisha.operation",
            "aisha.endpoint");

    private final Town town;

    TracesStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @Test
    void anUpdateItsJobAndTheCallsOfTheJobAreOneTrace() {
        town.calm();
        town.hears("Water the flowers on Thursday.");
        var john = town.person("Johannes", "en");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Water the flowers on Thursday.");
        var subject = town.database()
                .sql("SELECT t.id::text FROM user_transcripts t JOIN users u ON u.id = t.user_id WHERE u.chat_id = ?")
                .param(Long.parseLong(john.id()))
                .query(String.class)
                .single();

        var job = Moment.when(
                "the run of the job among the traces",
                () -> named("job transcribe")
                        .filter(run -> subject.equals(run.attributes().get("aisha.subject")))
                        .filter(run -> "finished".equals(run.attributes().get("aisha.outcome")))
                        .findFirst());

        var trace = Moment.when(
                "its calls and its update",
                () -> Optional.of(partsOf(job))
                        .filter(parts -> names(parts)
                                .containsAll(Set.of("update recorded", "telegram download", "speech transcribe"))));
        assertThat(trace)
                .filteredOn(span -> span.id().equals(job.parent()))
                .extracting(Span::name)
                .containsExactly("update recorded");
        assertThat(trace)
                .filteredOn(span -> span.parent().equals(job.id()))
                .extracting(Span::name)
                .contains("telegram download", "speech transcribe");
        assertThat(trace)
                .filteredOn(span -> span.name().startsWith("update"))
                .allMatch(span -> span.parent().isEmpty())
                .allMatch(span ->
                        span.attributes().getOrDefault("aisha.update", "").matches("\\d+"));
    }

    @Test
    void tracesTellWhatWasDoneAndNotWhatWasSaid() {
        town.calm();
        var anna = town.person("Annabelle", "en");
        anna.says("please forget the flowers");
        anna.sees("");
        Moment.when("a trace", () -> named("update said").findFirst());

        assertThat(town.traces().spans())
                .allMatch(span -> TOLD.containsAll(span.attributes().keySet()))
                .noneMatch(span -> span.toString().contains("flowers"))
                .noneMatch(span -> span.toString().contains("Annabelle"));
    }

    private Stream<Span> named(String name) {
        return town.traces().spans().stream().filter(span -> span.name().equals(name));
    }

    private List<Span> partsOf(Span one) {
        return town.traces().spans().stream()
                .filter(span -> span.trace().equals(one.trace()))
                .toList();
    }

    private static List<String> names(List<Span> spans) {
        return spans.stream().map(Span::name).toList();
    }
}
