package app.aisha.adapters.documents;

import app.aisha.core.document.Block;
import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import app.aisha.core.document.TimeCode;
import com.ibm.icu.text.Bidi;
import java.time.Duration;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** The blocks as paragraphs. Time codes hang in the margin, those of list items follow the text. */
final class DocxBody {

    private final XWPFDocument docx;
    private Optional<String> speaker = Optional.empty();

    DocxBody(XWPFDocument docx) {
        this.docx = docx;
    }

    void add(Block block) {
        switch (block) {
            case Heading heading ->
                addText(paragraph(docx, "Heading" + heading.level(), heading.text()), heading.text());
            case Paragraph paragraph -> addTimed(paragraph.at(), paragraph.text());
            case Speech speech -> add(speech);
            case ListItem item -> add(item);
        }
        if (!(block instanceof Speech)) {
            speaker = Optional.empty();
        }
    }

    /** Whoever goes on speaking is not named again. */
    private void add(Speech speech) {
        if (speech.speaker().isPresent() && !speech.speaker().equals(speaker)) {
            var line = paragraph(docx, "Speaker", "");
            addTime(line, speech.start());
            line.createRun().addTab();
            var name = line.createRun();
            name.setStyle("SpeakerName");
            addText(name, speech.speaker().get());
            addTimed(Optional.empty(), speech.text());
        } else {
            addTimed(Optional.of(speech.start()), speech.text());
        }
        speaker = speech.speaker();
    }

    private void add(ListItem item) {
        var paragraph = paragraph(docx, style(item.mark()), item.text());
        addText(paragraph, item.text());
        item.at().ifPresent(at -> {
            paragraph.createRun().setText("  ");
            addTime(paragraph, at);
        });
    }

    private void addTimed(Optional<Duration> at, String text) {
        var paragraph = paragraph(docx, at.isPresent() ? "TimedText" : "Normal", text);
        at.ifPresent(moment -> {
            addTime(paragraph, moment);
            paragraph.createRun().addTab();
        });
        addText(paragraph, text);
    }

    /** An empty one that runs in the direction of the text it is for. */
    static XWPFParagraph paragraph(XWPFDocument docx, String style, String text) {
        var paragraph = docx.createParagraph();
        paragraph.setStyle(style);
        if (Bidi.getBaseDirection(text) == Bidi.RTL) {
            paragraph.getCTP().getPPr().addNewBidi();
        }
        return paragraph;
    }

    private static void addText(XWPFParagraph paragraph, String text) {
        addText(paragraph.createRun(), text);
    }

    static void addText(XWPFRun run, String text) {
        var first = true;
        for (var line : text.lines().toList()) {
            if (!first) {
                run.addBreak();
            }
            run.setText(line, run.getCTR().sizeOfTArray());
            first = false;
        }
    }

    private static void addTime(XWPFParagraph paragraph, Duration at) {
        var run = paragraph.createRun();
        run.setStyle("TimeCode");
        run.setText(TimeCode.of(at));
    }

    private static String style(Mark mark) {
        return switch (mark) {
            case BULLET -> "ListBullet";
            case TO_DO -> "ListToDo";
            case DONE -> "ListDone";
        };
    }
}
