package app.aisha.bot.digest;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Portions;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.account.Language;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.Naming;
import app.aisha.core.transcript.Speakers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result line by line, in the words of a reader. */
final class DigestLines {

    /** Longer points take several lines, so that each line fits a page; longer tasks are whole in their files. */
    private static final int LONGEST = 1_000;

    private static final int LONGEST_CONDITION = 100;

    private final Language language;
    private final Naming naming;
    private final List<Text> lines = new ArrayList<>();

    private DigestLines(Texts texts, Language language, Speakers speakers) {
        this.language = language;
        this.naming = naming(speakers, texts, language);
    }

    static List<Text> of(Content content, Speakers speakers, Texts texts, Language language) {
        var lines = new DigestLines(texts, language, speakers);
        lines.add(content);
        return lines.lines;
    }

    /** Voices without a name are told by their number. */
    static Naming naming(Speakers speakers, Texts texts, Language language) {
        return new Naming(speakers, number -> texts.plain(new TranscriptText.Voice(number), language));
    }

    static String day(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }

    private void add(Content content) {
        switch (content) {
            case Content.Summary(var points) -> points.forEach(this::add);
            case Content.ToDo(var tasks) -> {
                addAll(tasks);
                addWhere(tasks.isEmpty(), new DigestText.NoTasks());
            }
            case Content.Answer(var statements) -> {
                statements.forEach(this::add);
                addWhere(statements.isEmpty(), new DigestText.NotSaid());
            }
            case Content.Protocol protocol -> add(protocol);
        }
    }

    private void add(Content.Protocol protocol) {
        heading(new DigestText.Participants(), protocol.participants());
        protocol.participants().forEach(name -> add(new Content.Statement(name, Optional.empty())));
        heading(new DigestText.Agenda(), protocol.agenda());
        protocol.agenda().forEach(this::add);
        heading(new DigestText.Discussion(), protocol.discussion());
        protocol.discussion().forEach(this::add);
        heading(new DigestText.Decisions(), protocol.decisions());
        protocol.decisions().forEach(this::add);
        heading(new DigestText.Tasks(), protocol.tasks());
        addAll(protocol.tasks());
    }

    private void heading(Text name, List<?> below) {
        addWhere(!below.isEmpty(), new DigestText.Heading(name));
    }

    private void addWhere(boolean isSo, Text text) {
        if (isSo) {
            lines.add(text);
        }
    }

    private void add(Content.Statement statement) {
        var portions = Portions.of(naming.named(statement.text()), LONGEST);
        for (var portion : portions.subList(0, portions.size() - 1)) {
            lines.add(new DigestText.PointBegins(portion));
        }
        lines.add(new DigestText.Point(portions.getLast(), place(statement.at())));
    }

    private void addAll(List<Content.Task> tasks) {
        for (var i = 0; i < tasks.size(); i++) {
            lines.add(line(tasks.get(i), i + 1));
        }
    }

    private Text line(Content.Task task, int number) {
        var what = Shortened.to(LONGEST, naming.named(task.what()));
        return task.done()
                ? new DigestText.DoneTask(number, what, conditions(task), place(task.at()))
                : new DigestText.OpenTask(number, what, conditions(task), place(task.at()));
    }

    private Text conditions(Content.Task task) {
        var who = task.who()
                .<Text>map(name -> new DigestText.Who(condition(name)))
                .orElseGet(MenuText.Nothing::new);
        var due = task.due()
                .<Text>map(by -> new DigestText.By(condition(by.words()), date(by)))
                .orElseGet(MenuText.Nothing::new);
        return new MenuText.Both(who, due);
    }

    private String condition(String words) {
        return Shortened.to(LONGEST_CONDITION, naming.named(words));
    }

    private Text date(Content.Due due) {
        return due.date()
                .<Text>map(date -> new DigestText.DueDate(day(date, language)))
                .orElseGet(MenuText.Nothing::new);
    }

    private static Text place(Optional<Duration> at) {
        return at.<Text>map(DigestText.Place::new).orElseGet(MenuText.Nothing::new);
    }
}
