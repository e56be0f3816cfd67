package app.aisha.bot.profile;

import app.aisha.core.account.Language;
import java.util.List;

/** Draws figures as a picture for a chat. Safe for use by several threads, with memory bounded over all of them. */
public interface ChartPainter {

    /**
     * A PNG, 1080 pixels wide and at most 1280 high, so that Telegram shows it as it is. The same chart gives the same
     * bytes. Text that does not fit is cut, and what the font cannot draw is left out.
     */
    byte[] paint(Chart chart);

    /** One to four panels, one below the other; the language is the one that the numbers are written in. */
    record Chart(Language language, String title, List<Panel> panels) {

        public static final int MOST_PANELS = 4;

        public Chart {
            panels = List.copyOf(panels);
            if (panels.isEmpty() || panels.size() > MOST_PANELS) {
                throw new IllegalArgumentException("A chart has 1 to 4 panels, not " + panels.size());
            }
        }
    }

    /** One or more bars in the order of their days, on a scale of their own that begins at zero. */
    record Panel(String title, List<Bar> bars) {

        public Panel {
            bars = List.copyOf(bars);
            if (bars.isEmpty()) {
                throw new IllegalArgumentException("A panel without bars");
            }
        }
    }

    /** A day and what it counted, zero or more; only every n-th label is drawn, the last one always. */
    record Bar(String label, long value) {

        public Bar {
            if (value < 0) {
                throw new IllegalArgumentException("A bar below zero: " + value);
            }
        }
    }
}
