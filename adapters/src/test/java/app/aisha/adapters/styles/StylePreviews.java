package app.aisha.adapters.styles;

import static app.aisha.adapters.styles.Sketch.clear;
import static app.aisha.adapters.styles.Sketch.colour;
import static app.aisha.adapters.styles.Sketch.mix;

import app.aisha.core.picture.StylePacks.Style;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws the previews that come with the styles, marked as examples that no painter painted: {@code mvn test -pl adapters -am
 * -Dtest=StylePreviews -Dpreviews=write -Dsurefire.failIfNoSpecifiedTests=false}. It wants an installed font.
 */
class StylePreviews {

    private static final Path TARGET = Path.of("src/main/resources/styles/previews");
    private static final float QUALITY = 0.82f;
    private static final int SIDE = 320;
    private static final int LARGEST = 24_000;
    private static final Color SKIN = colour("E9C3A2");
    private static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 44);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 28);

    /** Of each style: what stands behind, sky above and below, accent, clothes, hair or hat. */
    private static final List<Plan> PLANS = List.of(
            new Plan("business-portrait", "WINDOW", "C9D6E2", "7E93A8", "FFE7C2", "2F3A4A"),
            new Plan("startup-founder", "LOFT", "A4573F", "7C3D2E", "FFC46B", "1F3558"),
            new Plan("keynote-speaker", "STAGE", "0B1030", "1A2A6C", "3E7BFF", "16181F"),
            new Plan("creative-studio", "CANVASES", "D9D5CB", "9DA9A6", "E2492F", "5C7A94"),
            new Plan("film-noir", "BLINDS", "3A3A3A", "0C0C0C", "F2F2F2", "262626"),
            new Plan("neon-rain", "NEON", "14062E", "2B0F4D", "FF2E93", "12131F"),
            new Plan("western", "MESA", "F6D79B", "E8A75C", "A8552B", "5B4030"),
            new Plan("space-odyssey", "PLANET", "05060F", "141B3A", "D59A5B", "E8ECF2"),
            new Plan("old-masters", "GILT_FRAME", "3B2616", "120A06", "C98B3C", "1D1210"),
            new Plan("watercolour", "WASHES", "FBF8F2", "DCC7E8", "5B7FD6", "E58FA5"),
            new Plan("pop-art", "POP", "FFFFFF", "FFD8E8", "FF5AA0", "FFD400"),
            new Plan("impressionism", "DABS", "9FC4E8", "6FA06A", "E9D27A", "F4EFE2"),
            new Plan("ancient-rome", "COLUMNS", "F3C98A", "C98A55", "EADCC4", "F7F2E8"),
            new Plan("samurai", "BLOSSOM", "E9E3DA", "C9BDBA", "C8232C", "7A1620"),
            new Plan("court-ball", "CANDLES", "3B1E12", "7A4A20", "E2B04A", "1E2B5C"),
            new Plan("roaring-twenties", "DECO", "0E0E12", "1D1A14", "D9AE4F", "15161C"),
            new Plan("golden-autumn", "MAPLES", "F9D98A", "D98236", "D9541E", "B98552"),
            new Plan("winter-tale", "SPRUCES", "1E3563", "6F8FC4", "1F4A52", "F4F4F6"),
            new Plan("paris-morning", "TOWER", "D5E0EE", "F1D9CF", "8792A8", "D8C6A6"),
            new Plan("desert-sands", "DUNES", "7FB2DE", "F6D9A8", "E08B3E", "27348B"),
            new Plan("northern-lights", "AURORA", "060B26", "123256", "3CF2A0", "C4472F"),
            new Plan("forest-elf", "ANCIENT_FOREST", "8DBB6A", "1E4A34", "E8FF9A", "2F6B45"),
            new Plan("dragon-rider", "DRAGON", "F2A65A", "4B4E7A", "8C4A25", "8E1F1F"),
            new Plan("wizard-library", "BOOKS", "2B1B14", "4A2D1C", "2E7D8C", "1F2A66"),
            new Plan("steampunk", "GEARS", "E7C58F", "8A5A34", "A8672F", "5A3822"),
            new Plan("undersea-realm", "DEEP_SEA", "3FC1C9", "0B3B5C", "DDEFF2", "2FA59B"));

    private record Plan(String id, String motif, String top, String bottom, String accent, String clothes) {

        Sketch sheet() {
            var sheet = new Sketch(colour(top), colour(bottom), colour(accent), id.hashCode());
            if (Arrays.stream(Motif.values()).anyMatch(known -> known.name().equals(motif))) {
                Motif.valueOf(motif).drawOn(sheet);
            } else {
                Vista.valueOf(motif).drawOn(sheet);
            }
            return sheet;
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "previews", matches = "write")
    void drawAll() throws IOException {
        var packs = new JsonStylePacks(Optional.empty());
        for (var pack : packs.packs()) {
            for (var style : pack.styles()) {
                draw(style);
            }
        }
    }

    private static void draw(Style style) throws IOException {
        var plan = PLANS.stream()
                .filter(one -> one.id.equals(style.id().value()))
                .findFirst()
                .orElseThrow();
        var sheet = plan.sheet();
        person(sheet, colour(plan.clothes));
        sheet.vignette();
        sheet.fade(430, new Color(0, 0, 0, 215));
        sheet.rounded(150, 18, 340, 44, new Color(0, 0, 0, 150));
        sheet.write("пример · simulated", SMALL, 320, 50, new Color(255, 255, 255, 235));
        var name = style.names().in(Locale.of("ru"));
        var font = name.length() > 18 ? NAME.deriveFont(38f) : NAME;
        sheet.write(name, font, 320, 575, Color.WHITE);
        sheet.write(style.names().in(Locale.ENGLISH), SMALL, 320, 615, new Color(255, 255, 255, 210));
        write(sheet, TARGET.resolve(style.id().value() + ".jpg"));
    }

    /** Head and shoulders without a face, lit from the left. */
    private static void person(Sketch sheet, Color clothes) {
        var shoulders = new Path2D.Double();
        shoulders.moveTo(120, 640);
        shoulders.curveTo(130, 470, 210, 440, 285, 425);
        shoulders.lineTo(355, 425);
        shoulders.curveTo(430, 440, 510, 470, 520, 640);
        shoulders.closePath();
        sheet.glow(320, 330, 220, clear(Color.WHITE, 0.28));
        sheet.circle(320, 270, 96, mix(clothes, colour("2B1A12"), 0.72));
        sheet.shape(mix(SKIN, Color.BLACK, 0.18), 285, 350, 355, 350, 360, 450, 320, 476, 280, 450);
        sheet.fill(shoulders, clothes);
        sheet.shape(mix(SKIN, Color.BLACK, 0.12), 285, 425, 355, 425, 320, 484);
        sheet.fill(new java.awt.geom.Ellipse2D.Double(252, 216, 136, 172), SKIN);
        sheet.fill(new java.awt.geom.Ellipse2D.Double(322, 232, 66, 150), clear(Color.BLACK, 0.1));
        sheet.fill(fringe(), mix(clothes, colour("2B1A12"), 0.72));
        sheet.line(320, 490, 320, 640, 3, mix(clothes, Color.BLACK, 0.3));
        sheet.shape(clear(Color.WHITE, 0.14), 130, 640, 165, 510, 285, 425, 300, 440, 210, 520, 190, 640);
    }

    private static Path2D fringe() {
        var hair = new Path2D.Double();
        hair.moveTo(240, 300);
        hair.curveTo(250, 190, 390, 180, 400, 300);
        hair.curveTo(370, 250, 340, 236, 300, 240);
        hair.curveTo(270, 244, 256, 268, 240, 300);
        hair.closePath();
        return hair;
    }

    /** As good as the size allows. */
    private static void write(Sketch sheet, Path target) throws IOException {
        var picture = sheet.shrunkTo(SIDE);
        var quality = QUALITY;
        var bytes = jpeg(picture, quality);
        while (bytes.length > LARGEST) {
            quality -= 0.06f;
            bytes = jpeg(picture, quality);
        }
        Files.write(target, bytes);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
