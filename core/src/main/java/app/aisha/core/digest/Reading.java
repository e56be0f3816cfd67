package app.aisha.core.digest;

import app.aisha.core.digest.Digester.DigesterUnavailable;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Has a transcript read, in parts where it is too long, and puts what is borne out together. For one digest; not thread-safe.
 */
final class Reading {

    private static final int ATTEMPTS = 2;

    private final Digester digester;
    private final Excerpt transcript;
    private final Progress progress;
    private int omitted;

    Reading(Digester digester, Excerpt transcript, Progress progress) {
        this.digester = digester;
        this.transcript = transcript;
        this.progress = progress;
    }

    /** Is told how far the reading of a transcript of more than one part is. */
    @FunctionalInterface
    interface Progress {

        void made(int done, int total);
    }

    /** How many claims were left out. */
    int omitted() {
        return omitted;
    }

    Content read(Request request) throws Unmakeable, DigesterUnavailable, InterruptedException {
        var evidence = new Evidence(transcript.passages(), transcript.recordedOn());
        var parts = Parts.of(transcript.passages(), digester.capacity());
        var contents = contents(request, parts, evidence);
        var content = joined(request, contents);
        if (isEmpty(content) && (hasToSay(request) || omitted > 0)) {
            throw new Unmakeable(DigestProblem.UNFOUNDED);
        }
        return content;
    }

    private List<Content> contents(Request request, List<List<Passage>> parts, Evidence evidence)
            throws Unmakeable, DigesterUnavailable, InterruptedException {
        var waiting = new ArrayDeque<>(parts);
        var contents = new ArrayList<Content>();
        while (!waiting.isEmpty()) {
            if (waiting.size() + contents.size() > 1) {
                progress.made(contents.size(), contents.size() + waiting.size());
            }
            var part = waiting.pop();
            var content = content(request, part, evidence);
            if (content.isPresent()) {
                contents.add(content.get());
            } else {
                var halves = Parts.halved(part).orElseThrow(() -> new Unmakeable(DigestProblem.INTERNAL));
                halves.reversed().forEach(waiting::push);
            }
        }
        return contents;
    }

    /** What is made of one part; empty where it is too long. */
    private Optional<Content> content(Request request, List<Passage> part, Evidence evidence)
            throws Unmakeable, DigesterUnavailable, InterruptedException {
        var excerpt = new Excerpt(part, transcript.language(), transcript.recordedOn());
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (digester.write(request, excerpt)) {
                case Digester.Answer.Refused _ -> throw new Unmakeable(DigestProblem.REFUSED);
                case Digester.Answer.TooLong _ -> {
                    return Optional.empty();
                }
                case Digester.Answer.Written(var draft)
                when answers(request, draft) -> {
                    var checked = evidence.check(draft);
                    var isPoor = isEmpty(checked.content()) && (hasToSay(request) || checked.omitted() > 0);
                    if (!isPoor || attempt == ATTEMPTS) {
                        omitted += checked.omitted();
                        return Optional.of(checked.content());
                    }
                }
                case Digester.Answer.Written _, Digester.Answer.Garbled _ -> {}
            }
        }
        throw new Unmakeable(DigestProblem.UNFOUNDED);
    }

    private Content joined(Request request, List<Content> parts)
            throws Unmakeable, DigesterUnavailable, InterruptedException {
        return switch (request) {
            case Request.Summary _ ->
                new Content.Summary(condensed(
                        Joining.statements(all(parts, Content.Summary.class, Content.Summary::points)), parts.size()));
            case Request.ToDo _ -> new Content.ToDo(Joining.tasks(all(parts, Content.ToDo.class, Content.ToDo::tasks)));
            case Request.Question _ ->
                new Content.Answer(Joining.answers(parts.stream()
                        .map(Content.Answer.class::cast)
                        .map(Content.Answer::statements)
                        .toList()));
            case Request.Protocol _ ->
                new Content.Protocol(
                        Joining.names(all(parts, Content.Protocol.class, Content.Protocol::participants)),
                        Joining.statements(all(parts, Content.Protocol.class, Content.Protocol::agenda)),
                        condensed(
                                Joining.statements(all(parts, Content.Protocol.class, Content.Protocol::discussion)),
                                parts.size()),
                        Joining.statements(all(parts, Content.Protocol.class, Content.Protocol::decisions)),
                        Joining.tasks(all(parts, Content.Protocol.class, Content.Protocol::tasks)));
        };
    }

    private static <C extends Content, T> Stream<T> all(List<Content> parts, Class<C> type, Function<C, List<T>> list) {
        return parts.stream().map(type::cast).map(list).flatMap(List::stream);
    }

    /** Fewer points for the points of many parts, again and again until all of them are read at once. */
    private List<Content.Statement> condensed(List<Content.Statement> points, int parts)
            throws DigesterUnavailable, InterruptedException {
        var left = points;
        var groups = parts;
        while (groups > 1 && left.size() > 1) {
            var passages = left.stream().map(Reading::passage).toList();
            var shorter = new ArrayList<Content.Statement>();
            var excerpts = Parts.of(passages, digester.capacity());
            for (var excerpt : excerpts) {
                shorter.addAll(condensed(excerpt));
            }
            if (shorter.size() >= left.size()) {
                return left;
            }
            left = shorter;
            groups = excerpts.size();
        }
        return left;
    }

    /** Points that the model cannot put into fewer stay as they are: each of them is borne out. */
    private List<Content.Statement> condensed(List<Passage> points) throws DigesterUnavailable, InterruptedException {
        if (points.size() == 1) {
            return statements(points);
        }
        try {
            var evidence = new Evidence(points, transcript.recordedOn());
            var fewer = content(new Request.Summary(), points, evidence)
                    .map(Content.Summary.class::cast)
                    .map(Content.Summary::points)
                    .orElse(List.of());
            return fewer.isEmpty() ? statements(points) : fewer;
        } catch (Unmakeable _) {
            return statements(points);
        }
    }

    private static Passage passage(Content.Statement point) {
        return new Passage(point.at().map(at -> new Stretch(at, at)), Optional.empty(), point.text());
    }

    private static List<Content.Statement> statements(List<Passage> points) {
        return points.stream()
                .map(point -> new Content.Statement(point.text(), point.place().map(Stretch::start)))
                .toList();
    }

    private static boolean answers(Request request, Draft draft) {
        return switch (request) {
            case Request.Summary _ -> draft instanceof Draft.Summary;
            case Request.ToDo _ -> draft instanceof Draft.ToDo;
            case Request.Protocol _ -> draft instanceof Draft.Protocol;
            case Request.Question _ -> draft instanceof Draft.Answer;
        };
    }

    private static boolean hasToSay(Request request) {
        return switch (request) {
            case Request.Summary _, Request.Protocol _ -> true;
            case Request.ToDo _, Request.Question _ -> false;
        };
    }

    private static boolean isEmpty(Content content) {
        return switch (content) {
            case Content.Summary(var points) -> points.isEmpty();
            case Content.ToDo(var tasks) -> tasks.isEmpty();
            case Content.Answer(var statements) -> statements.isEmpty();
            case Content.Protocol protocol ->
                protocol.agenda().isEmpty()
                        && protocol.discussion().isEmpty()
                        && protocol.decisions().isEmpty()
                        && protocol.tasks().isEmpty();
        };
    }
}
