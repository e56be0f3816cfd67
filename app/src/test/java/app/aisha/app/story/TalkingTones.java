package app.aisha.app.story;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A recording made of tones: every word is a sound of its own between pauses, so a simulated recogniser can find any stretch
 * of it again and a lost, doubled or misplaced word shows.
 */
final class TalkingTones {

    private static final int RATE = 16_000;
    private static final double PAUSE = 0.12;
    private static final double LONG_PAUSE = 0.7;

    private final byte[] wav;
    private final List<Word> words;

    private TalkingTones(byte[] wav, List<Word> words) {
        this.wav = wav;
        this.words = List.copyOf(words);
    }

    byte[] wav() {
        return wav;
    }

    /** The same in few bytes, as a phone would send it. */
    byte[] opus(Ffmpeg ffmpeg, Path folder) throws IOException, InterruptedException {
        var plain = Files.write(folder.resolve("talk.wav"), wav);
        var packed = folder.resolve("talk.ogg");
        var builder = new ProcessBuilder(
                        ffmpeg.program().toAbsolutePath().toString(),
                        "-v",
                        "error",
                        "-y",
                        "-i",
                        plain.toString(),
                        "-c:a",
                        "libopus",
                        "-b:a",
                        "24k",
                        "-vbr",
                        "off",
                        packed.toString())
                .inheritIO();
        builder.environment().putAll(ffmpeg.environment());
        if (builder.start().waitFor() != 0) {
            throw new IOException("ffmpeg could not pack " + plain);
        }
        Files.delete(plain);
        return Files.readAllBytes(packed);
    }

    record Word(String text, double start, double end) {}

    static TalkingTones lasting(int seconds, long seed) {
        var random = new Random(seed);
        var sound = ByteBuffer.allocate(seconds * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
        var words = new ArrayList<Word>();
        var at = 0.3;
        while (at < seconds - 2) {
            var length = 0.2 + random.nextDouble() * 0.3;
            say(sound, at, length, random);
            words.add(new Word("word%d".formatted(words.size() + 1), at, at + length));
            at += length + (words.size() % 12 == 0 ? LONG_PAUSE : PAUSE);
        }
        return new TalkingTones(wav(sound.array()), words);
    }

    private static void say(ByteBuffer sound, double at, double length, Random random) {
        var low = 200 + random.nextInt(700);
        var high = 1_000 + random.nextInt(2_000);
        var first = (int) (at * RATE);
        var count = (int) (length * RATE);
        for (var i = 0; i < count; i++) {
            var time = i / (double) RATE;
            var fade = Math.min(1, Math.min(i, count - i) / 160.0);
            var value = Math.sin(2 * Math.PI * low * time) + 0.6 * Math.sin(2 * Math.PI * high * time);
            sound.putShort((first + i) * 2, (short) (value * fade * 8_000));
        }
    }

    private static byte[] wav(byte[] samples) {
        var file = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples.length)
                .put(samples);
        return file.array();
    }

    String text() {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    String json() {
        return words.stream()
                .map(word -> String.format(
                        Locale.ROOT,
                        "{\"text\":\"%s\",\"start\":%.3f,\"end\":%.3f}",
                        word.text(),
                        word.start(),
                        word.end()))
                .toList()
                .toString();
    }
}
