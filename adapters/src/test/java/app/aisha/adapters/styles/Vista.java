package app.aisha.adapters.styles;

import static app.aisha.adapters.styles.Sketch.clear;
import static app.aisha.adapters.styles.Sketch.mix;

import java.awt.Color;
import java.util.function.Consumer;

/** What lies behind the person on a preview of a journey or a dream. */
enum Vista {
    CANDLES(s -> {
        s.shape(mix(s.top, s.accent, 0.2), 0, 640, 0, 420, 640, 420, 640, 640);
        for (int tier = 0; tier < 3; tier++) {
            int half = 240 - 70 * tier;
            s.line(320 - half, 190 - 55 * tier, 320 + half, 190 - 55 * tier, 5, s.accent);
            for (int x = -half; x <= half; x += 48) {
                s.glow(320 + x, 170 - 55 * tier, 46, clear(new Color(0xFFE7A8), 0.9))
                        .circle(320 + x, 170 - 55 * tier, 6, Color.WHITE);
            }
        }
        s.line(320, 0, 320, 190, 4, s.accent);
    }),
    DECO(s -> {
        for (int row = 0; row < 4; row++) {
            for (int x = row % 2 * 110; x <= 660; x += 220) {
                for (int r = 100; r > 20; r -= 26) {
                    s.circle(x, 110 + 120 * row, r, r / 26 % 2 == 0 ? s.bottom : s.top)
                            .ring(x, 110 + 120 * row, r, 4, s.accent);
                }
            }
        }
        s.glow(320, 280, 330, clear(s.accent, 0.35));
    }),
    MAPLES(s -> {
        s.glow(330, 260, 360, clear(new Color(0xFFF0BE), 0.95));
        for (int i = 0; i < 4; i++) {
            s.shape(new Color(0x4A2E20), 10 + 50 * i, 640, 50 + 40 * i, 0, 70 + 40 * i, 0, 60 + 50 * i, 640);
            s.shape(new Color(0x4A2E20), 630 - 50 * i, 640, 590 - 40 * i, 0, 570 - 40 * i, 0, 580 - 50 * i, 640);
        }
        for (int i = 0; i < 320; i++) {
            var leaf = mix(s.accent, new Color(0xF7C948), s.any(0, 100) / 100.0);
            s.circle(s.any(0, 640), i < 220 ? s.any(0, 220) : s.any(200, 640), s.any(6, 20), clear(leaf, 0.85));
        }
    }),
    SPRUCES(s -> {
        for (int i = 0; i < 8; i++) {
            int x = 30 + 85 * i;
            int y = 90 + 60 * (i * 3 % 4);
            for (int level = 0; level < 4; level++) {
                int w = 40 + 24 * level;
                s.shape(
                        mix(s.accent, Color.WHITE, 0.1 * level),
                        x,
                        y + 60 * level,
                        x - w,
                        y + 110 + 66 * level,
                        x + w,
                        y + 110 + 66 * level);
            }
        }
        s.shape(new Color(0xE8F0FA), 0, 640, 0, 470, 200, 440, 440, 480, 640, 450, 640, 640)
                .glow(470, 460, 130, clear(new Color(0xFFC766), 0.9));
        for (int i = 0; i < 150; i++) {
            s.circle(s.any(0, 640), s.any(0, 640), s.any(2, 8), clear(Color.WHITE, 0.85));
        }
    }),
    TOWER(s -> {
        s.glow(430, 180, 330, clear(new Color(0xFFF3DC), 0.95));
        s.shape(
                s.accent, 430, 40, 442, 220, 472, 330, 520, 470, 478, 470, 430, 380, 382, 470, 340, 470, 388, 330, 418,
                220);
        s.box(380, 320, 100, 12, s.accent).box(404, 222, 52, 10, s.accent);
        for (int i = 0; i < 8; i++) {
            s.shape(
                    i % 2 == 0 ? new Color(0xC8454B) : new Color(0xF8EFE4),
                    40 * i,
                    60,
                    40 * i + 40,
                    60,
                    40 * i + 24,
                    150,
                    40 * i - 16,
                    150);
        }
    }),
    DUNES(s -> {
        s.glow(470, 170, 300, clear(new Color(0xFFF1C4), 0.9)).circle(470, 170, 54, new Color(0xFFF6DC));
        s.shape(mix(s.accent, s.top, 0.35), 0, 360, 180, 270, 380, 380, 560, 300, 640, 350, 640, 640, 0, 640);
        s.shape(s.accent, 0, 480, 240, 360, 640, 520, 640, 640, 0, 640);
        s.shape(mix(s.accent, Color.BLACK, 0.35), 240, 360, 300, 460, 260, 640, 640, 640, 640, 520);
    }),
    AURORA(s -> {
        for (int i = 0; i < 70; i++) {
            s.circle(s.any(0, 640), s.any(0, 320), s.any(1, 4), Color.WHITE);
        }
        for (int x = 0; x < 640; x += 5) {
            int y = (int) (140 + 70 * Math.sin(x / 75.0) + 24 * Math.sin(x / 21.0));
            s.box(x, y - 90, 5, 230, clear(x % 3 == 0 ? new Color(0x9B6BFF) : s.accent, 0.16))
                    .box(x, y, 5, 150, clear(s.accent, 0.3));
        }
        s.shape(new Color(0xDCE9F5), 0, 470, 130, 330, 250, 430, 400, 300, 640, 470)
                .box(0, 462, 640, 178, new Color(0x10233B));
        s.box(0, 470, 640, 90, clear(s.accent, 0.25));
    }),
    ANCIENT_FOREST(s -> {
        for (int i = 0; i < 7; i++) {
            int x = 20 + 100 * i;
            s.shape(mix(s.bottom, Color.BLACK, 0.35 + 0.05 * (i % 3)), x - 26, 640, x - 12, 0, x + 22, 0, x + 40, 640);
        }
        for (int i = 0; i < 4; i++) {
            s.shape(
                    clear(new Color(0xF4FFD0), 0.24),
                    180 + 110 * i,
                    0,
                    230 + 110 * i,
                    0,
                    110 + 110 * i,
                    640,
                    0 + 110 * i,
                    640);
        }
        for (int i = 0; i < 45; i++) {
            s.glow(s.any(0, 640), s.any(100, 600), s.any(8, 20), clear(s.accent, 0.95));
        }
    }),
    DRAGON(s -> {
        s.glow(330, 200, 330, clear(new Color(0xFFE0A0), 0.95));
        s.shape(s.accent, 320, 250, 120, 60, 0, 110, 70, 170, 20, 240, 130, 240, 140, 320, 250, 300, 320, 380);
        s.shape(
                mix(s.accent, Color.BLACK, 0.2),
                320,
                250,
                520,
                60,
                640,
                110,
                570,
                170,
                620,
                240,
                510,
                240,
                500,
                320,
                390,
                300,
                320,
                380);
        for (int i = 0; i < 34; i++) {
            s.circle(
                    s.any(-20, 660),
                    s.any(430, 640),
                    s.any(40, 100),
                    clear(mix(s.bottom, Color.WHITE, s.any(10, 70) / 100.0), 0.6));
        }
    }),
    BOOKS(s -> {
        for (int y = 20; y < 600; y += 112) {
            s.box(0, y + 92, 640, 14, new Color(0x3A2416));
            for (int x = 4; x < 640; x += 26) {
                int h = s.any(54, 90);
                s.box(x, y + 92 - h, 20, h, mix(s.bottom, s.any(0, 4) == 0 ? s.accent : new Color(0x6B3A2A), 0.7));
            }
        }
        for (int i = 0; i < 8; i++) {
            int x = 50 + 80 * i;
            int y = 90 + 70 * (i * 3 % 4);
            s.glow(x, y, 80, clear(new Color(0xFFC860), 0.9))
                    .rounded(x - 6, y + 6, 12, 44, new Color(0xF7EBD0))
                    .circle(x, y, 7, Color.WHITE);
        }
    }),
    GEARS(s -> {
        gear(s, 130, 170, 120, s.accent);
        gear(s, 500, 130, 90, mix(s.accent, Color.WHITE, 0.2));
        gear(s, 560, 380, 120, mix(s.accent, Color.BLACK, 0.25));
        gear(s, 70, 430, 80, mix(s.accent, Color.BLACK, 0.1));
        for (int i = 0; i < 22; i++) {
            s.glow(s.any(0, 640), s.any(260, 640), s.any(50, 110), clear(Color.WHITE, 0.22));
        }
    }),
    DEEP_SEA(s -> {
        for (int i = 0; i < 6; i++) {
            s.shape(clear(Color.WHITE, 0.16), 250 + 30 * i, 0, 270 + 30 * i, 0, 160 * i - 80, 640, 160 * i - 180, 640);
        }
        for (int i = 0; i < 26; i++) {
            int x = s.any(10, 600);
            int y = s.any(60, 420);
            s.shape(
                    clear(s.accent, 0.9),
                    x,
                    y,
                    x + 18,
                    y - 9,
                    x + 40,
                    y,
                    x + 54,
                    y - 9,
                    x + 54,
                    y + 9,
                    x + 40,
                    y,
                    x + 18,
                    y + 9);
        }
        for (int i = 0; i < 40; i++) {
            s.ring(s.any(0, 640), s.any(0, 640), s.any(3, 12), 2, clear(Color.WHITE, 0.6));
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Sketch> drawing;

    Vista(Consumer<Sketch> drawing) {
        this.drawing = drawing;
    }

    void drawOn(Sketch sketch) {
        drawing.accept(sketch);
    }

    private static void gear(Sketch s, int x, int y, int radius, Color metal) {
        for (int i = 0; i < 12; i++) {
            double a = Math.PI * i / 6;
            s.circle((int) (x + radius * Math.cos(a)), (int) (y + radius * Math.sin(a)), radius / 7, metal);
        }
        s.circle(x, y, radius, metal).circle(x, y, radius * 6 / 10, s.top).circle(x, y, radius / 4, metal);
        s.line(x - radius * 7 / 10, y, x + radius * 7 / 10, y, radius / 8, metal)
                .line(x, y - radius * 7 / 10, x, y + radius * 7 / 10, radius / 8, metal);
    }
}
