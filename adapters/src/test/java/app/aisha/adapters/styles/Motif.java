package app.aisha.adapters.styles;

import static app.aisha.adapters.styles.Sketch.clear;
import static app.aisha.adapters.styles.Sketch.mix;

import java.awt.Color;
import java.util.function.Consumer;

/** What stands behind the person on a preview. */
enum Motif {
    WINDOW(s -> {
        for (int x = 60; x < 640; x += 190) {
            s.box(x, 60, 150, 440, clear(Color.WHITE, 0.55)).box(x, 270, 150, 8, s.bottom);
        }
        s.glow(120, 200, 380, clear(s.accent, 0.6));
    }),
    LOFT(s -> {
        for (int y = 0; y < 640; y += 44) {
            for (int x = -(y / 44 % 2) * 50; x < 640; x += 100) {
                s.box(x, y, 94, 38, mix(s.top, s.bottom, s.any(0, 100) / 100.0));
            }
        }
        s.line(150, 0, 150, 120, 4, Color.DARK_GRAY).glow(150, 150, 260, clear(s.accent, 0.8));
        s.shape(Color.DARK_GRAY, 150, 100, 105, 160, 195, 160);
    }),
    STAGE(s -> {
        s.box(70, 70, 500, 280, s.accent).box(84, 84, 472, 252, mix(s.accent, s.top, 0.5));
        s.shape(clear(Color.WHITE, 0.3), 300, 0, 340, 0, 520, 640, 120, 640);
    }),
    CANVASES(s -> {
        s.shape(new Color(0xF7F3EA), 40, 90, 230, 60, 260, 330, 70, 360)
                .shape(new Color(0xEFE7D6), 400, 70, 600, 100, 570, 390, 370, 360);
        for (int i = 0; i < 26; i++) {
            s.circle(s.any(80, 230), s.any(120, 310), s.any(6, 26), clear(i % 3 == 0 ? s.accent : s.bottom, 0.6));
            s.circle(s.any(410, 560), s.any(130, 340), s.any(6, 26), clear(i % 3 == 0 ? s.top : s.accent, 0.6));
        }
    }),
    BLINDS(s -> {
        s.glow(500, 110, 420, clear(s.accent, 0.8));
        for (int y = -200; y < 640; y += 56) {
            s.shape(clear(Color.BLACK, 0.6), 0, y + 160, 640, y, 640, y + 26, 0, y + 186);
        }
    }),
    NEON(s -> {
        for (int i = 0; i < 7; i++) {
            var light = i % 2 == 0 ? s.accent : new Color(0x25E0E8);
            int x = 20 + 90 * i;
            s.glow(x + 20, 190, 130, clear(light, 0.5)).rounded(x, 60 + 37 * (i * 5 % 4), 34, 190, light);
            s.box(x, 430, 34, 200, clear(light, 0.25));
        }
        for (int i = 0; i < 90; i++) {
            int x = s.any(0, 640);
            int y = s.any(0, 640);
            s.line(x, y, x - 8, y + 34, 2, clear(Color.WHITE, 0.35));
        }
    }),
    MESA(s -> {
        s.glow(460, 190, 300, clear(Color.WHITE, 0.7)).circle(460, 190, 62, new Color(0xFFF4D0));
        s.shape(
                mix(s.accent, s.top, 0.5),
                0,
                460,
                40,
                300,
                200,
                290,
                230,
                380,
                400,
                400,
                430,
                320,
                560,
                310,
                600,
                420,
                640,
                460);
        s.shape(s.accent, 0, 640, 0, 440, 640, 470, 640, 640);
    }),
    PLANET(s -> {
        for (int i = 0; i < 160; i++) {
            s.circle(s.any(0, 640), s.any(0, 640), s.any(1, 4), clear(Color.WHITE, 0.8));
        }
        s.glow(450, 170, 260, clear(s.accent, 0.5))
                .circle(450, 170, 120, s.accent)
                .circle(480, 190, 96, mix(s.accent, s.top, 0.35));
        for (int i = 0; i < 4; i++) {
            s.line(250, 250 + 7 * i, 640, 80 + 7 * i, 4, clear(new Color(0xF6E3B8), 0.7));
        }
    }),
    GILT_FRAME(s -> {
        s.glow(230, 200, 380, clear(s.accent, 0.45));
        for (int i = 0; i < 6; i++) {
            var gold = mix(new Color(0x6B4A16), new Color(0xF0CE7A), Math.abs(i - 2.5) / 2.5);
            s.box(0, 9 * i, 640, 9, gold).box(0, 631 - 9 * i, 640, 9, gold);
            s.box(9 * i, 0, 9, 640, gold).box(631 - 9 * i, 0, 9, 640, gold);
        }
    }),
    WASHES(s -> {
        for (int i = 0; i < 60; i++) {
            var tint = i % 3 == 0 ? s.accent : i % 3 == 1 ? s.bottom : new Color(0x7FB7A3);
            s.glow(s.any(-40, 680), s.any(-40, 560), s.any(40, 190), clear(tint, 0.4));
        }
        for (int i = 0; i < 70; i++) {
            s.circle(s.any(0, 640), s.any(0, 500), s.any(2, 7), clear(s.accent, 0.5));
        }
    }),
    POP(s -> {
        for (int i = 0; i < 16; i++) {
            double a = Math.PI * i / 8;
            double b = a + Math.PI / 16;
            s.shape(s.accent, 320, 320, ray(a, false), ray(a, true), ray(b, false), ray(b, true));
        }
        for (int y = 20; y < 640; y += 28) {
            for (int x = 14; x < 230 - y / 4; x += 28) {
                s.circle(x, y, 8, clear(new Color(0x14B8C4), 0.9));
            }
        }
    }),
    DABS(s -> {
        for (int i = 0; i < 1_300; i++) {
            int x = s.any(-10, 650);
            int y = s.any(-10, 650);
            var tint = s.any(0, 5) == 0
                    ? s.accent
                    : mix(s.top, s.bottom, Math.clamp(y / 640.0 + s.any(-30, 30) / 100.0, 0, 1));
            s.line(x, y, x + s.any(6, 26), y + s.any(-8, 12), 9, clear(tint, 0.85));
        }
    }),
    COLUMNS(s -> {
        s.glow(330, 260, 380, clear(new Color(0xFFE9B0), 0.9)).box(0, 60, 640, 46, s.accent);
        for (int x = 26; x < 640; x += 150) {
            s.box(x - 12, 104, 124, 26, mix(s.accent, Color.WHITE, 0.3)).box(x, 130, 100, 510, s.accent);
            for (int i = 12; i < 100; i += 24) {
                s.box(x + i, 130, 8, 510, mix(s.accent, s.bottom, 0.4));
            }
        }
    }),
    BLOSSOM(s -> {
        s.circle(410, 210, 150, s.accent);
        s.shape(new Color(0x33242B), 20, 330, 150, 270, 280, 330, 250, 340, 250, 420, 50, 420, 50, 340);
        s.shape(new Color(0x33242B), 50, 280, 150, 220, 250, 280);
        for (int i = 0; i < 120; i++) {
            s.circle(s.any(0, 640), s.any(0, 560), s.any(4, 10), clear(new Color(0xFBD3DC), 0.9));
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Sketch> drawing;

    Motif(Consumer<Sketch> drawing) {
        this.drawing = drawing;
    }

    void drawOn(Sketch sketch) {
        drawing.accept(sketch);
    }

    private static int ray(double angle, boolean vertical) {
        return (int) (320 + 520 * (vertical ? Math.sin(angle) : Math.cos(angle)));
    }
}
