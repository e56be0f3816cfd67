package app.aisha.core.document;

import java.time.Duration;
import java.util.Optional;

/** A part of a document. Its text is data in every format, never markup, and cleaned as {@link TextDocument} says. */
public sealed interface Block {

    String text();

    /**
     * One line above what belongs to it.
     *
     * @param level 1 to 3, from the outermost
     */
    record Heading(int level, String text) implements Block {

        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("No heading of level " + level);
            }
            text = CleanText.line(text);
        }
    }

    /**
     * Running text. Line breaks are kept, empty lines are not: they separate paragraphs.
     *
     * @param at where in the recording this is found
     */
    record Paragraph(Optional<Duration> at, String text) implements Block {

        public Paragraph {
            at = at.map(Block::fromZero);
            text = CleanText.lines(text);
        }
    }

    /**
     * What was said without a break. A time before the beginning of the recording counts as its beginning, and an end
     * before the start as the start.
     */
    record Speech(Optional<String> speaker, Duration start, Duration end, String text) implements Block {

        public Speech {
            speaker = speaker.map(CleanText::line).filter(CleanText::isVisible);
            start = fromZero(start);
            end = end.compareTo(start) < 0 ? start : end;
            text = CleanText.lines(text);
        }
    }

    /**
     * One line of a list; neighbours form one list.
     *
     * @param at where in the recording this is found
     */
    record ListItem(Mark mark, Optional<Duration> at, String text) implements Block {

        public ListItem {
            at = at.map(Block::fromZero);
            text = CleanText.line(text);
        }
    }

    /** What stands before an item. */
    enum Mark {
        BULLET,
        TO_DO,
        DONE
    }

    private static Duration fromZero(Duration at) {
        return at.isNegative() ? Duration.ZERO : at;
    }
}
