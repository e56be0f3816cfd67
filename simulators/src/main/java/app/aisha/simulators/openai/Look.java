package app.aisha.simulators.openai;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * What can be said of a picture without knowing what it shows.
 *
 * @param hue the one that is seen most
 */
record Look(int width, int height, Hue hue, Light light) {
    private static final int SAMPLES = 48;
    private static final double COLOURFUL = 0.1;
    private static final double DARK = 0.33;
    private static final double BRIGHT = 0.67;

    /** Names of colours in both languages, and where they begin on the wheel of 360 degrees. */
    enum Hue {
        RED("red", "красных", 0),
        ORANGE("orange", "оранжевых", 15),
        YELLOW("yellow", "жёлтых", 45),
        GREEN("green", "зелёных", 70),
        TURQUOISE("turquoise", "бирюзовых", 160),
        BLUE("blue", "синих", 195),
        PURPLE("purple", "фиолетовых", 255),
        PINK("pink", "розовых", 290),
        RED_AGAIN("red", "красных", 345),
        GREY("grey", "серых", 360);

        private final String english;
        private final String russian;
        private final int from;

        Hue(String english, String russian, int from) {
            this.english = english;
            this.russian = russian;
            this.from = from;
        }

        private static Hue at(double degrees) {
            var found = RED;
            for (var hue : values()) {
                if (hue.from <= degrees && hue != GREY) {
                    found = hue;
                }
            }
            return found;
        }
    }

    /** How bright it is. */
    enum Light {
        DARK("dark ", "тёмно-"),
        MIDDLE("", ""),
        BRIGHT("light ", "светло-");

        private final String english;
        private final String russian;

        Light(String english, String russian) {
            this.english = english;
            this.russian = russian;
        }
    }

    static Look at(BufferedImage image) {
        double brightness = 0;
        double colour = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            var rgb = new Color(image.getRGB(
                    (2 * (i % SAMPLES) + 1) * image.getWidth() / (2 * SAMPLES),
                    (2 * (i / SAMPLES) + 1) * image.getHeight() / (2 * SAMPLES)));
            var hsb = Color.RGBtoHSB(rgb.getRed(), rgb.getGreen(), rgb.getBlue(), null);
            double chroma = hsb[1] * hsb[2];
            brightness += (0.3 * rgb.getRed() + 0.59 * rgb.getGreen() + 0.11 * rgb.getBlue()) / 255;
            colour += chroma;
            x += chroma * Math.cos(2 * Math.PI * hsb[0]);
            y += chroma * Math.sin(2 * Math.PI * hsb[0]);
        }
        int count = SAMPLES * SAMPLES;
        var degrees = (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
        var hue = colour / count < COLOURFUL ? Hue.GREY : Hue.at(degrees);
        return new Look(image.getWidth(), image.getHeight(), hue, light(brightness / count));
    }

    private static Light light(double brightness) {
        return brightness < DARK ? Light.DARK : brightness > BRIGHT ? Light.BRIGHT : Light.MIDDLE;
    }

    int shorter() {
        return Math.min(width, height);
    }

    int longer() {
        return Math.max(width, height);
    }

    String english() {
        var format = width > height ? "landscape" : width < height ? "portrait" : "square";
        return "a picture in %s%s tones, %s format".formatted(light.english, hue.english, format);
    }

    String russian() {
        var format = width > height ? "горизонтальный" : width < height ? "вертикальный" : "квадратный";
        return "картина в %s%s тонах, %s кадр".formatted(light.russian, hue.russian, format);
    }
}
