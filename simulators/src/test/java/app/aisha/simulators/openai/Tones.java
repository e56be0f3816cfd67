package app.aisha.simulators.openai;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Synthetic speech: every word a tone pair of its own with silence after it. */
public final class Tones {
    private static final int RATE = 16_000;

    private final short[] samples;
    private final List<Word> words;

    private Tones(short[] samples, List<Word> words) {
        this.samples = samples;
        this.words = words;
    }

    /** Speech of about so many seconds, the same for the same seed. */
    public static Tones speech(long seed, double seconds) {
        var random = new Random(seed);
        var samples = new short[(int) (seconds * RATE)];
        var words = new ArrayList<Word>();
        double at = 0.3;
        while (true) {
            double length = 0.15 + 0.4 * random.nextDouble();
            if (at + length > seconds - 0.3) {
                return new Tones(samples, words);
            }
            sing(samples, at, length, 200 + 1500 * random.nextDouble(), 400 + 3000 * random.nextDouble());
            words.add(new Word("word%04d".formatted(words.size()), at, at + length));
            at += length + 0.06 + (random.nextInt(8) == 0 ? 0.7 : 0.2) * random.nextDouble();
        }
    }

    static Tones silence(double seconds) {
        return new Tones(new short[(int) (seconds * RATE)], List.of());
    }

    private static void sing(short[] samples, double at, double length, double hz, double other) {
        int count = (int) (length * RATE);
        int start = (int) (at * RATE);
        for (int i = 0; i < count; i++) {
            double t = (double) i / RATE;
            double loudness = 6_000 * Math.min(1, Math.min(t, length - t) / 0.01);
            samples[start + i] +=
                    (short) (loudness * (Math.sin(2 * Math.PI * hz * t) + 0.6 * Math.sin(2 * Math.PI * other * t)));
        }
    }

    List<Word> words() {
        return words;
    }

    /** The stretch between two seconds; its words keep the times of the whole. */
    Tones cut(double from, double to) {
        return new Tones(Arrays.copyOfRange(samples, (int) (from * RATE), (int) (to * RATE)), words);
    }

    Tones padded(double before, double after) {
        var padded = new short[samples.length + (int) ((before + after) * RATE)];
        System.arraycopy(samples, 0, padded, (int) (before * RATE), samples.length);
        return new Tones(padded, words);
    }

    /** The second in the middle of the first pause of at least 100 ms from a second on. */
    double pauseAfter(double second) {
        for (int i = 1; i < words.size(); i++) {
            double from = words.get(i - 1).end();
            if (from >= second && words.get(i).start() - from >= 0.1) {
                return (from + words.get(i).start()) / 2;
            }
        }
        throw new IllegalArgumentException("No pause after " + second);
    }

    public byte[] wav() {
        var wav = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(36 + samples.length * 2);
        wav.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(samples.length * 2);
        for (var sample : samples) {
            wav.putShort(sample);
        }
        return wav.array();
    }

    byte[] opus() throws Exception {
        return Ffmpeg.convert(
                wav(),
                "-c:a",
                "libopus",
                "-b:a",
                "24k",
                "-application",
                "voip",
                "-compression_level",
                "0",
                "-f",
                "ogg");
    }

    String wordsJson() {
        var list = Json.array();
        words.forEach(word -> list.addObject()
                .put("text", word.text())
                .put("start", word.start())
                .put("end", word.end()));
        return Json.text(list);
    }
}
