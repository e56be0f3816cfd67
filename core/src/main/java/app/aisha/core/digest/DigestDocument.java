package app.aisha.core.digest;

import app.aisha.core.document.Block;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finished digest as a document of any format that carries text. */
public final class DigestDocument {

    private final Words words;
    private final Naming naming;
    private final List<Block> blocks = new ArrayList<>();

    private DigestDocument(Words words, Naming naming) {
        this.words = words;
        this.naming = naming;
    }

    /**
     * What stands above the text.
     *
     * @param language of the transcript; {@link Locale#ROOT} where nobody knows
     * @param facts such as date and length, in the words of the reader
     */
    public record Head(String title, Locale language, List<Fact> facts) {

        public Head {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What the reader's language calls the parts.
     *
     * @param noTasks in place of an empty to-do list
     * @param notSaid in place of an answer that the transcript does not give
     * @param date how a day is written
     */
    public record Words(
            Protocol protocol, String question, String noTasks, String notSaid, Function<LocalDate, String> date) {

        /** The headings of a protocol. */
        public record Protocol(String participants, String agenda, String discussion, String decisions, String tasks) {}
    }

    /** The same digest and words give the same document. */
    public static TextDocument of(Digest.Ready digest, Head head, Words words, Naming naming) {
        var document = new DigestDocument(words, naming);
        document.add(digest.content());
        return new TextDocument(head.title(), head.language(), facts(digest, head, words), document.blocks);
    }

    private static List<Fact> facts(Digest.Ready digest, Head head, Words words) {
        return digest.heading().request() instanceof Request.Question(var asked)
                ? Stream.concat(Stream.of(new Fact(words.question(), asked)), head.facts().stream())
                        .toList()
                : head.facts();
    }

    private void add(Content content) {
        switch (content) {
            case Content.Summary(var points) -> points.forEach(this::paragraph);
            case Content.ToDo(var tasks) -> {
                tasks.forEach(this::task);
                addWhere(tasks.isEmpty(), words.noTasks());
            }
            case Content.Answer(var statements) -> {
                statements.forEach(this::paragraph);
                addWhere(statements.isEmpty(), words.notSaid());
            }
            case Content.Protocol protocol -> add(protocol);
        }
    }

    private void add(Content.Protocol protocol) {
        var headings = words.protocol();
        heading(headings.participants(), protocol.participants());
        protocol.participants().forEach(name -> item(Mark.BULLET, Optional.empty(), name));
        heading(headings.agenda(), protocol.agenda());
        protocol.agenda().forEach(this::bullet);
        heading(headings.discussion(), protocol.discussion());
        protocol.discussion().forEach(this::paragraph);
        heading(headings.decisions(), protocol.decisions());
        protocol.decisions().forEach(this::bullet);
        heading(headings.tasks(), protocol.tasks());
        protocol.tasks().forEach(this::task);
    }

    private void addWhere(boolean isSo, String text) {
        if (isSo) {
            blocks.add(new Block.Paragraph(Optional.empty(), text));
        }
    }

    private void heading(String text, List<?> below) {
        if (!below.isEmpty()) {
            blocks.add(new Block.Heading(1, text));
        }
    }

    private void paragraph(Content.Statement statement) {
        blocks.add(new Block.Paragraph(statement.at(), naming.named(statement.text())));
    }

    private void bullet(Content.Statement statement) {
        item(Mark.BULLET, statement.at(), statement.text());
    }

    private void task(Content.Task task) {
        var conditions = Stream.concat(task.who().stream(), task.due().map(this::due).stream())
                .collect(Collectors.joining(", "));
        var text = conditions.isEmpty() ? task.what() : task.what() + " — " + conditions;
        item(task.done() ? Mark.DONE : Mark.TO_DO, task.at(), text);
    }

    private String due(Content.Due due) {
        return due.words()
                + due.date().map(words.date()).map(day -> " (" + day + ")").orElse("");
    }

    private void item(Mark mark, Optional<Duration> at, String text) {
        blocks.add(new Block.ListItem(mark, at, naming.named(text)));
    }
}
