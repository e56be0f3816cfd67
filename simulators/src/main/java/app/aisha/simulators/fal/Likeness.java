package app.aisha.simulators.fal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a model keeps of photos: their leading colours and a few small crops. Travels in the metadata of a LoRA.
 *
 * @param palette most frequent first, at least one
 * @param faces square crops of {@value #SIDE} pixels, at least one
 */
record Likeness(List<Color> palette, List<BufferedImage> faces) {
    private static final int SIDE = 320;
    private static final int SAMPLE = 48;
    private static final int MOST_FACES = 4;
    private static final int MOST_COLOURS = 6;
    private static final String PALETTE = "sim.palette";
    private static final String FACE = "sim.face.";
    private static final Pattern COMMA = Pattern.compile(",");

    Likeness {
        palette = List.copyOf(palette);
        faces = List.copyOf(faces);
    }

    static Likeness of(List<BufferedImage> photos) {
        var faces = photos.stream()
                .limit(MOST_FACES)
                .map(photo -> Pictures.square(photo, SIDE))
                .toList();
        return new Likeness(
                paletteOf(photos.stream()
                        .map(photo -> Pictures.square(photo, SAMPLE))
                        .toList()),
                faces);
    }

    /** Of a LoRA that was not trained here: a single colour drawn from its bytes. */
    static Likeness stranger(int hash) {
        var face = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var colour = new Color(hash & 0xFFFFFF);
        var canvas = face.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.dispose();
        return new Likeness(List.of(colour), List.of(face));
    }

    private static List<Color> paletteOf(List<BufferedImage> samples) {
        var sums = new HashMap<Integer, long[]>();
        for (var sample : samples) {
            for (var pixel : sample.getRGB(0, 0, SAMPLE, SAMPLE, null, 0, SAMPLE)) {
                var bucket = sums.computeIfAbsent(pixel & 0xE0E0E0, _ -> new long[4]);
                bucket[0]++;
                bucket[1] += (pixel >> 16) & 0xFF;
                bucket[2] += (pixel >> 8) & 0xFF;
                bucket[3] += pixel & 0xFF;
            }
        }
        return sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Integer, long[]> entry) -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_COLOURS)
                .map(entry -> mean(entry.getValue()))
                .toList();
    }

    private static Color mean(long[] sums) {
        return new Color((int) (sums[1] / sums[0]), (int) (sums[2] / sums[0]), (int) (sums[3] / sums[0]));
    }

    Map<String, String> toMetadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put(
                PALETTE,
                String.join(
                        ",",
                        palette.stream()
                                .map(colour -> "#%06x".formatted(colour.getRGB() & 0xFFFFFF))
                                .toList()));
        for (var i = 0; i < faces.size(); i++) {
            metadata.put(FACE + i, Base64.getEncoder().encodeToString(Pictures.write(faces.get(i), "jpeg")));
        }
        return metadata;
    }

    static boolean isIn(Map<String, String> metadata) {
        return metadata.containsKey(PALETTE) && metadata.containsKey(FACE + 0);
    }

    /** @throws IOException when the metadata were tampered with */
    static Likeness from(Map<String, String> metadata) throws IOException {
        try {
            var palette = COMMA.splitAsStream(metadata.getOrDefault(PALETTE, ""))
                    .map(Color::decode)
                    .toList();
            var faces = new ArrayList<BufferedImage>();
            for (var face = metadata.get(FACE + 0); face != null; face = metadata.get(FACE + faces.size())) {
                faces.add(Pictures.square(Pictures.read(Base64.getDecoder().decode(face)), SIDE));
            }
            return new Likeness(palette, faces);
        } catch (IllegalArgumentException damaged) {
            throw new IOException("damaged likeness", damaged);
        }
    }
}
