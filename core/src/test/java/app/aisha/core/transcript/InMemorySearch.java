package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a map of transcripts word by word; knows no forms of a word and few that say nothing. */
public final class InMemorySearch implements TranscriptSearch {

    private static final Set<String> SAY_NOTHING = Set.of("и", "в", "на", "the", "and", "a");
    private static final int AROUND = 40;
    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final InMemoryTranscripts transcripts;

    public InMemorySearch(InMemoryTranscripts transcripts) {
        this.transcripts = transcripts;
    }

    @Override
    public Optional<Page> search(UserId owner, SearchQuery query, Optional<TranscriptId> from, int size) {
        var groups = query.anyOf().stream()
                .map(group -> group.terms().stream()
                        .filter(term -> !SAY_NOTHING.contains(folded(term.words())))
                        .toList())
                .filter(terms -> terms.stream().anyMatch(SearchQuery.Term::wanted))
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(page(owner, groups, from, size));
    }

    private Page page(UserId owner, List<List<SearchQuery.Term>> groups, Optional<TranscriptId> from, int size) {
        var all = transcripts.page(owner, Optional.empty(), Integer.MAX_VALUE - 1).items().stream()
                .filter(transcript -> groups.stream().anyMatch(terms -> has(transcript, terms)))
                .toList();
        var start = from.map(id -> (int) all.stream()
                        .filter(it ->
                                it.id().value().toString().compareTo(id.value().toString()) > 0)
                        .count())
                .orElse(0);
        var end = Math.min(all.size(), start + size);
        return new Page(
                all.subList(start, end).stream()
                        .map(it -> new Hit(it, fragment(it, groups)))
                        .toList(),
                start == 0
                        ? Optional.empty()
                        : Optional.of(all.get(Math.max(0, start - size)).id()),
                end < all.size() ? Optional.of(all.get(end).id()) : Optional.empty());
    }

    private static boolean has(Transcript transcript, List<SearchQuery.Term> terms) {
        var name = folded(transcript.heading().title().orElse("") + " "
                + transcript.heading().recording().name().orElse(""));
        var text = folded(textOf(transcript));
        return terms.stream().allMatch(term -> {
            var wanted = wanted(term);
            return (wanted.matcher(name).find() || wanted.matcher(text).find()) == term.wanted();
        });
    }

    private static List<Run> fragment(Transcript transcript, List<List<SearchQuery.Term>> groups) {
        var text = textOf(transcript);
        for (var term : groups.stream().flatMap(List::stream).toList()) {
            var found = wanted(term).matcher(folded(text));
            if (term.wanted() && found.find()) {
                var before = text.substring(Math.max(0, found.start() - AROUND), found.start());
                var after = text.substring(found.end(), Math.min(text.length(), found.end() + AROUND));
                return Stream.of(new Run(before, false), new Run(found.group(), true), new Run(after, false))
                        .map(run -> run.found() ? new Run(text.substring(found.start(), found.end()), true) : run)
                        .filter(run -> !run.text().isEmpty())
                        .toList();
            }
        }
        return text.isEmpty() ? List.of() : List.of(new Run(text.substring(0, Math.min(AROUND, text.length())), false));
    }

    private static String textOf(Transcript transcript) {
        return transcript instanceof Transcript.Ready ready ? ready.wording().text() : "";
    }

    private static Pattern wanted(SearchQuery.Term term) {
        return Arrays.stream(NEITHER.split(folded(term.words())))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(NEITHER.pattern()),
                        words -> Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])")));
    }

    /** As long as it was. */
    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
