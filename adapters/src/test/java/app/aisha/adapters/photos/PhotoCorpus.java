package app.aisha.adapters.photos;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Whole photos first, then damaged ones; the same for the same seed. They show a face, because where there is one, the search
 * for faces ends three times sooner than where there is none.
 */
final class PhotoCorpus {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 530;
    private static final byte[] ICC = PhotoBytes.latin("ICC_PROFILE\0\1\1");

    private final List<byte[]> whole = new ArrayList<>();

    PhotoCorpus() {
        var scene = Scenes.redrawn(portrait(), BufferedImage.TYPE_3BYTE_BGR, WIDTH, HEIGHT);
        var see = Scenes.redrawn(scene, BufferedImage.TYPE_4BYTE_ABGR, WIDTH, HEIGHT);
        jpegs(scene);
        pngs(scene, see);
        whole.add(PhotoBytes.webp(scene, false));
        whole.add(PhotoBytes.webp(see, true));
        whole.add(PhotoBytes.webp(see, false));
    }

    private static BufferedImage portrait() {
        try {
            return ImageIO.read(PhotoCorpus.class.getResource("astronaut.jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return whole.size();
    }

    byte[] file(int seed) {
        if (seed < whole.size()) {
            return whole.get(seed);
        }
        var random = new Random(seed);
        var bytes = whole.get(random.nextInt(whole.size())).clone();
        for (var i = 1 + random.nextInt(2); i > 0; i--) {
            bytes = damaged(bytes, random);
        }
        return bytes;
    }

    private void jpegs(BufferedImage scene) {
        var jpeg = PhotoBytes.jpeg(scene, 0.9f);
        whole.add(jpeg);
        whole.add(PhotoBytes.progressiveJpeg(scene));
        whole.add(PhotoBytes.inkJpeg(scene));
        whole.add(PhotoBytes.jpeg(Scenes.redrawn(scene, BufferedImage.TYPE_BYTE_GRAY, WIDTH, HEIGHT), 0.9f));
        for (var orientation = 1; orientation <= 8; orientation++) {
            whole.add(PhotoBytes.withOrientation(jpeg, orientation));
        }
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        whole.add(PhotoBytes.withSegment(jpeg, 0xE2, PhotoBytes.joined(ICC, linear)));
        var junk = new byte[65_000];
        new Random(3).nextBytes(junk);
        var stuffed = jpeg;
        for (var i = 0; i < 30; i++) {
            stuffed = PhotoBytes.withSegment(stuffed, 0xE1, PhotoBytes.joined(PhotoBytes.latin("Exif\0\0"), junk));
            stuffed = PhotoBytes.withSegment(stuffed, 0xE2, PhotoBytes.joined(ICC, junk));
        }
        whole.add(stuffed);
        whole.add(PhotoBytes.joined(jpeg, PhotoBytes.latin("PK\3\4<script>alert(1)</script>")));
    }

    private void pngs(BufferedImage scene, BufferedImage see) {
        var png = PhotoBytes.png(scene);
        whole.add(png);
        whole.add(PhotoBytes.interlacedPng(see));
        whole.add(PhotoBytes.png(see));
        for (var type : new int[] {
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            whole.add(PhotoBytes.png(Scenes.redrawn(scene, type, WIDTH, HEIGHT)));
        }
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        whole.add(PhotoBytes.withChunk(
                png, "iCCP", PhotoBytes.joined(PhotoBytes.latin("x\0\0"), PhotoBytes.deflated(linear, 1))));
        var bomb = PhotoBytes.deflated(new byte[1 << 20], 300);
        whole.add(PhotoBytes.withChunk(png, "iCCP", PhotoBytes.joined(PhotoBytes.latin("x\0\0"), bomb)));
        whole.add(PhotoBytes.withChunk(png, "zTXt", PhotoBytes.joined(PhotoBytes.latin("Title\0\0"), bomb)));
        whole.add(PhotoBytes.withChunk(png, "acTL", new byte[8]));
        whole.add(PhotoBytes.flatPng(30_000, 30_000, 1, 0, 1));
        whole.add(PhotoBytes.flatPng(1, 65_500, 8, 2, 3));
        whole.add(PhotoBytes.flatPng(65_500, 1, 16, 6, 4));
    }

    private byte[] damaged(byte[] bytes, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> flipped(bytes, random, bytes.length);
            case 2 -> flipped(bytes, random, Math.min(bytes.length, 400));
            case 3 -> noise(bytes, random);
            case 4 -> cutOut(bytes, random);
            case 5 -> PhotoBytes.joined(bytes, whole.get(random.nextInt(whole.size())));
            case 6 ->
                PhotoBytes.inserted(bytes, random.nextInt(bytes.length + 1), whole.get(random.nextInt(whole.size())));
            case 7 -> extreme(bytes, random);
            default -> repeated(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random, int within) {
        for (var i = 1 + random.nextInt(20); i > 0 && within > 0; i--) {
            bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] noise(byte[] bytes, Random random) {
        var noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return PhotoBytes.inserted(bytes, random.nextInt(bytes.length + 1), noise);
    }

    private static byte[] cutOut(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var until = Math.min(bytes.length, from + random.nextInt(5000));
        return PhotoBytes.joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, until, bytes.length));
    }

    /** A number somewhere in the beginning becomes as large or small as it gets. */
    private static byte[] extreme(byte[] bytes, Random random) {
        if (bytes.length < 8) {
            return bytes;
        }
        var value = new int[] {0, 1, 0xFFFF, 0x7FFFFFFF, -1, 65_500 << 16 | 65_500}[random.nextInt(6)];
        var at = random.nextInt(Math.min(bytes.length - 4, 700));
        ByteBuffer.wrap(bytes).putInt(at, value);
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var until = Math.min(bytes.length, from + random.nextInt(3000));
        return PhotoBytes.inserted(bytes, from, Arrays.copyOfRange(bytes, from, until));
    }
}
