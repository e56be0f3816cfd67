package app.aisha.core.digest;

import app.aisha.core.account.OneLine;
import app.aisha.core.digest.Concordance.Range;
import app.aisha.core.digest.Stems.Stem;
import app.aisha.core.transcript.Passage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds what a model claims against the transcript. A claim is borne out where its quote is found and its own words have to do
 * with what is said around that place; its time becomes that of the place.
 */
final class Evidence {

    private static final Duration AROUND = Duration.ofSeconds(60);
    private static final Pattern LABEL = Pattern.compile("\\bS\\d+\\b");

    private final Concordance concordance;
    private final QuoteSearch quotes;
    private final Set<String> labels;
    private final LocalDate recordedOn;

    Evidence(List<Passage> passages, LocalDate recordedOn) {
        this.concordance = new Concordance(passages);
        this.quotes = new QuoteSearch(concordance);
        this.labels = passages.stream()
                .flatMap(passage -> passage.speaker().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.recordedOn = recordedOn;
    }

    /**
     * What is left of a draft.
     *
     * @param omitted how many claims are not
     */
    record Checked(Content content, int omitted) {}

    Checked check(Draft draft) {
        return switch (draft) {
            case Draft.Summary(var points) -> {
                var borneOut = statements(points);
                yield new Checked(new Content.Summary(borneOut), points.size() - borneOut.size());
            }
            case Draft.Answer(var claims) -> {
                var borneOut = statements(claims);
                yield new Checked(new Content.Answer(borneOut), claims.size() - borneOut.size());
            }
            case Draft.ToDo(var claimed) -> {
                var borneOut = tasks(claimed);
                yield new Checked(new Content.ToDo(borneOut), claimed.size() - borneOut.size());
            }
            case Draft.Protocol protocol -> check(protocol);
        };
    }

    private Checked check(Draft.Protocol draft) {
        var participants = draft.participants().stream()
                .map(OneLine::of)
                .filter(this::isKnown)
                .toList();
        var content = new Content.Protocol(
                participants,
                statements(draft.agenda()),
                statements(draft.discussion()),
                statements(draft.decisions()),
                tasks(draft.tasks()));
        var claimed = draft.participants().size()
                + draft.agenda().size()
                + draft.discussion().size()
                + draft.decisions().size()
                + draft.tasks().size();
        var left = participants.size()
                + content.agenda().size()
                + content.discussion().size()
                + content.decisions().size()
                + content.tasks().size();
        return new Checked(content, claimed - left);
    }

    private List<Content.Statement> statements(List<Draft.Claim> claims) {
        return claims.stream().flatMap(claim -> statement(claim).stream()).toList();
    }

    private Optional<Content.Statement> statement(Draft.Claim claim) {
        var text = OneLine.of(claim.text());
        return place(text, claim.quote(), claim.at()).map(place -> new Content.Statement(text, place.at()));
    }

    private List<Content.Task> tasks(List<Draft.Task> claimed) {
        return claimed.stream().flatMap(task -> task(task).stream()).toList();
    }

    private Optional<Content.Task> task(Draft.Task task) {
        var what = OneLine.of(task.what());
        return place(what, task.quote(), task.at())
                .map(place -> new Content.Task(
                        what, task.who().map(OneLine::of).filter(this::isKnown), due(task, place), place.at(), false));
    }

    private Optional<Content.Due> due(Draft.Task task, Place place) {
        return task.due()
                .map(OneLine::of)
                .filter(words -> {
                    var telling = Stems.telling(words);
                    return !telling.isEmpty()
                            && telling.stream().allMatch(root -> concordance.has(root, place.around()));
                })
                .map(words -> new Content.Due(words, task.date().filter(this::isPlausible)));
    }

    private boolean isPlausible(LocalDate date) {
        return !date.isBefore(recordedOn.minusYears(1)) && !date.isAfter(recordedOn.plusYears(5));
    }

    /** Voices of the transcript, or names that are said in it. */
    private boolean isKnown(String name) {
        var voices = LABEL.matcher(name).results().map(MatchResult::group).toList();
        var words = Stems.of(LABEL.matcher(name).replaceAll(" "));
        var names = words.stream().filter(Stem::telling).toList();
        var said = names.isEmpty() && voices.isEmpty() ? words : names;
        return labels.containsAll(voices)
                && said.stream().allMatch(word -> concordance.has(word.root(), concordance.whole()))
                && !(voices.isEmpty() && said.isEmpty());
    }

    /** Where the transcript bears out a claim, if anywhere. */
    private Optional<Place> place(String text, String quote, Optional<Duration> at) {
        var found = quotes.find(quote, at);
        if (text.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        var around = concordance.around(found.getAsInt(), AROUND);
        var isAbout = Stems.telling(LABEL.matcher(text).replaceAll(" ")).stream()
                .anyMatch(root -> concordance.hasAlike(root, around));
        return isAbout ? Optional.of(new Place(moment(found.getAsInt(), at), around)) : Optional.empty();
    }

    /** The claimed moment where it lies in the passage, else its beginning. */
    private Optional<Duration> moment(int passage, Optional<Duration> claimed) {
        return concordance
                .passage(passage)
                .place()
                .map(place -> claimed.filter(at -> at.compareTo(place.start()) >= 0 && at.compareTo(place.end()) <= 0)
                        .orElse(place.start()));
    }

    private record Place(Optional<Duration> at, Range around) {}
}
