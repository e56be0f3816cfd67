package app.aisha.adapters.documents;

import app.aisha.adapters.documents.Row.Placed;
import app.aisha.core.document.Block;
import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import app.aisha.core.document.TimeCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a document: the head, then its blocks, with time codes in the margin. */
final class PdfComposition {

    private static final float BLACK = 0.12f;
    private static final float GREY = 0.5f;
    private static final float INDENT = 17;
    private static final float BELOW_TITLE = 10;
    private static final float BELOW_RULE = 14;
    private static final float AFTER_HEADING = 5;
    private static final int TOGETHER = 2;

    private final TextDocument document;
    private final Pages pages;
    private final LineBreaker breaker;
    private final Columns columns;
    private final Ink text;
    private final Ink name;
    private final Ink time;
    private final Ink label;
    private final Ink value;
    private final Ink title;
    private final List<Ink> headings;
    private Optional<Block> before = Optional.empty();

    PdfComposition(Fonts fonts, Pages pages, TextDocument document) {
        this.document = document;
        this.pages = pages;
        this.breaker = new LineBreaker(document.language());
        this.columns = Columns.of(document);
        this.text = new Ink(fonts.regular(), 10.5f, 15.5f, BLACK);
        this.name = new Ink(fonts.bold(), 10.5f, 15.5f, BLACK);
        this.time = new Ink(fonts.regular(), 8.5f, 15.5f, GREY);
        this.label = new Ink(fonts.regular(), 9.5f, 14.5f, GREY);
        this.value = new Ink(fonts.regular(), 9.5f, 14.5f, BLACK);
        this.title = new Ink(fonts.bold(), 20, 26, BLACK);
        this.headings = List.of(
                new Ink(fonts.bold(), 15, 20, BLACK),
                new Ink(fonts.bold(), 12.5f, 17.5f, BLACK),
                new Ink(fonts.bold(), 10.5f, 15.5f, BLACK));
    }

    void compose() throws IOException {
        if (!document.title().isEmpty()) {
            pages.add(rows(document.title(), title, 0, Optional.empty()), 0, TOGETHER, 0);
        }
        addFacts();
        for (var block : document.blocks()) {
            add(block);
            before = Optional.of(block);
        }
    }

    private void addFacts() throws IOException {
        var widest = document.facts().stream()
                .map(fact -> breaker.line(fact.label(), label.face(), label.size(), Columns.WIDTH / 3))
                .mapToDouble(line -> line.width() * label.size())
                .max();
        if (widest.isEmpty()) {
            return;
        }
        var space = 10f;
        for (var fact : document.facts()) {
            pages.add(rows(fact, (float) widest.getAsDouble() + INDENT), space, TOGETHER, 0);
            space = 1;
        }
        pages.rule(columns.left(), columns.right(), 14);
    }

    /** Label and value beside each other. */
    private List<Row> rows(Fact fact, float indent) {
        var labels = breaker.lines(fact.label(), label.face(), label.size(), indent - INDENT + 0.1f);
        var values = rows(fact.value(), value, indent, Optional.empty());
        var rows = new ArrayList<Row>();
        for (var i = 0; i < Math.max(labels.size(), values.size()); i++) {
            var texts = new ArrayList<Placed>();
            if (i < labels.size()) {
                texts.add(new Placed(labels.get(i), label, columns.left()));
            }
            if (i < values.size()) {
                texts.addAll(values.get(i).texts());
            }
            rows.add(new Row(value.leading(), texts));
        }
        return rows;
    }

    private void add(Block block) throws IOException {
        switch (block) {
            case Heading heading -> add(heading);
            case Paragraph paragraph ->
                pages.add(rows(paragraph.text(), text, 0, paragraph.at()), space(8), TOGETHER, 0);
            case Speech speech -> add(speech);
            case ListItem item -> add(item);
        }
    }

    private void add(Heading heading) throws IOException {
        var ink = headings.get(heading.level() - 1);
        var rows = rows(heading.text(), ink, 0, Optional.empty());
        pages.add(rows, space(ink.leading() + 3), rows.size(), TOGETHER * text.leading() + AFTER_HEADING);
    }

    /** Whoever goes on speaking is not named again. */
    private void add(Speech speech) throws IOException {
        var speaker = speech.speaker().filter(who -> !who.equals(speakerBefore()));
        if (speaker.isEmpty()) {
            pages.add(rows(speech.text(), text, 0, Optional.of(speech.start())), space(6), TOGETHER, 0);
            return;
        }
        var rows = rows(speaker.get(), name, 0, Optional.of(speech.start()));
        var together = rows.size() + TOGETHER;
        rows.addAll(rows(speech.text(), text, 0, Optional.empty()));
        pages.add(rows, space(13), together, 0);
    }

    private void add(ListItem item) throws IOException {
        var rows = rows(item.text(), text, INDENT, item.at());
        var sign = breaker.line(sign(item.mark()), text.face(), text.size(), INDENT);
        var texts = rows.getFirst().texts();
        texts.add(texts.size() - 1, new Placed(sign, text, columns.left()));
        pages.add(rows, space(before.filter(ListItem.class::isInstance).isPresent() ? 4 : 7), TOGETHER, 0);
    }

    private String speakerBefore() {
        return before.filter(Speech.class::isInstance)
                .map(Speech.class::cast)
                .flatMap(Speech::speaker)
                .orElse("");
    }

    /** Above a block: the rule and headings set their own distance to what follows. */
    private float space(float usual) {
        if (before.isEmpty()) {
            return document.facts().isEmpty() ? BELOW_TITLE : BELOW_RULE;
        }
        return before.get() instanceof Heading ? Math.min(usual, AFTER_HEADING) : usual;
    }

    private List<Row> rows(String content, Ink ink, float indent, Optional<Duration> at) {
        var left = columns.left() + indent;
        var rows = new ArrayList<Row>();
        for (var line : breaker.lines(content, ink.face(), ink.size(), columns.right() - left)) {
            var x = line.fromTheRight() ? columns.right() - line.width() * ink.size() : left;
            rows.add(new Row(ink.leading(), new ArrayList<>(List.of(new Placed(line, ink, x)))));
        }
        at.map(moment -> breaker.line(TimeCode.of(moment), time.face(), time.size(), Columns.WIDTH))
                .ifPresent(code -> rows.getFirst().texts().addFirst(new Placed(code, time, columns.time())));
        return rows;
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case BULLET -> "•";
            case TO_DO -> "☐";
            case DONE -> "☑";
        };
    }
}
