package app.aisha.adapters.imaging;

import java.awt.Color;

/** Colours and sizes in pixels of a picture that a phone shows at a third of its width in points. */
final class Look {

    static final int WIDTH = 1080;
    static final int HEAD = 104;
    static final int PANEL = 290;
    static final int FOOT = 14;
    static final int MARGIN = 44;
    static final int WIDEST_DAY = 112;

    static final float TITLE = 46;
    static final float PANEL_TITLE = 34;
    static final float LABEL = 28;

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1C2733);
    static final Color PALE_INK = new Color(0x74808C);
    static final Color BASELINE = new Color(0xB4BDC7);
    static final Color GRID = new Color(0xE8ECF0);
    static final Color BAR = new Color(0x3390EC);

    static final Palette PALETTE = new Palette(PAPER, INK, PALE_INK, BASELINE, GRID, BAR);

    private Look() {}
}
