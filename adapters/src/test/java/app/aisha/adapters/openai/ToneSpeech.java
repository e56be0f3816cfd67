package app.aisha.adapters.openai;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Speech made of tones: every word is a sound of its own, so a simulated recogniser can tell which words a stretch of it
 * holds. Sentences, their speed and their pauses vary as those of people do; the words mean nothing.
 */
final class ToneSpeech {

    private static final int RATE = 16_000;
    private static final int HEAD = 44;
    private static final double LETTER = 0.07;
    private static final double SHORTEST_PAUSE = 0.08;
    private static final double LONGEST_PAUSE = 3;
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final List<Said> words = new ArrayList<>();
    private final List<Said> sentences = new ArrayList<>();
    private final Random random;
    private double at = 0.3;
    private double speed = 1;

    /** A word or a sentence. */
    record Said(String text, double start, double end, int voice) {}

    private ToneSpeech(Random random) {
        this.random = random;
    }

    /** Nothing said yet; the words depend on this source alone. */
    static ToneSpeech silent(Random random) {
        return new ToneSpeech(random);
    }

    /** One voice with pauses of 0.08 to 3 s between sentences. */
    static ToneSpeech talk(int seconds, long seed) {
        var speech = new ToneSpeech(new Random(seed));
        while (speech.at < seconds - 15) {
            speech.says(0, true);
            speech.pauses();
        }
        return speech;
    }

    /** One voice that never takes a breath. */
    static ToneSpeech breathless(int seconds, long seed) {
        var speech = new ToneSpeech(new Random(seed));
        while (speech.at < seconds - 15) {
            speech.says(0, false);
        }
        return speech;
    }

    /** Two voices that take turns of one to three sentences. */
    static ToneSpeech conversation(int seconds, long seed) {
        var speech = new ToneSpeech(new Random(seed));
        for (var voice = 0; speech.at < seconds - 15; voice = 1 - voice) {
            for (var left = 1 + speech.random.nextInt(3); left > 0; left--) {
                speech.says(voice, true);
                speech.pauses();
            }
        }
        return speech;
    }

    private void pauses() {
        var share = random.nextDouble();
        at += SHORTEST_PAUSE * Math.pow(LONGEST_PAUSE / SHORTEST_PAUSE, share);
        if (random.nextInt(10) == 0) {
            speed = 0.75 + 0.5 * random.nextDouble();
        }
    }

    private void says(int voice, boolean breathing) {
        says(voice, 2 + random.nextInt(6) + random.nextInt(random.nextInt(3) == 0 ? 20 : 6), breathing);
    }

    /** The next word is said so much later, or earlier where this is below zero. */
    void waits(double seconds) {
        at += seconds;
    }

    /** 1 is the usual length of words, 2 twice as long. */
    void slows(double times) {
        speed = times;
    }

    /** A sentence of so many words; only who breathes makes pauses within it. */
    void says(int voice, int count, boolean breathing) {
        says(voice, count, breathing, _ -> 0);
    }

    /** The same, waiting in the middle as long as is said for the number of a word, counted from 0. */
    void says(int voice, int count, boolean breathing, IntToDoubleFunction waits) {
        var first = words.size();
        for (var i = 0; i < count; i++) {
            var letters = letters();
            var comma = breathing && i < count - 1 && random.nextInt(9) == 0;
            var text = (i == 0 ? letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1) : letters)
                    + (i == count - 1 ? "." : comma ? "," : "");
            var length = Math.max(0.12, letters.length() * LETTER * speed * (0.8 + 0.4 * random.nextDouble()));
            words.add(new Said(text, at, at + length, voice));
            at += length;
            at += comma ? 0.1 + 0.35 * random.nextDouble() : breathing && i < count - 1 ? 0.03 : 0;
            at += waits.applyAsDouble(i);
        }
        var said = words.subList(first, words.size());
        sentences.add(new Said(text(said), said.getFirst().start(), at, voice));
    }

    private String letters() {
        var letters = new StringBuilder();
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            letters.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return letters.toString();
    }

    double seconds() {
        return words.stream().mapToDouble(Said::end).max().orElse(at) + 0.5;
    }

    List<Said> sentences() {
        return sentences;
    }

    List<Said> words() {
        return words;
    }

    static String text(List<Said> said) {
        return said.stream().map(Said::text).collect(joining(" "));
    }

    /** As the simulator wants it; of one voice, or of both for a number below zero. */
    String json(int voice) {
        return words.stream()
                .filter(word -> voice < 0 || word.voice() == voice)
                .map(word -> String.format(
                        Locale.ROOT,
                        "{\"text\":\"%s\",\"start\":%.4f,\"end\":%.4f,\"voice\":\"%d\"}",
                        word.text(),
                        word.start(),
                        word.end(),
                        word.voice()))
                .toList()
                .toString();
    }

    /** All voices together. */
    Path mono(Path file) throws IOException {
        return wav(file, 1, (_, _) -> true);
    }

    /** One voice alone, the other one's time being silent. */
    Path alone(Path file, int voice) throws IOException {
        return wav(file, 1, (word, _) -> word.voice() == voice);
    }

    /** The first voice on the left, the second one on the right. */
    Path stereo(Path file) throws IOException {
        return wav(file, 2, (word, channel) -> word.voice() == channel);
    }

    /** The same on both channels. */
    Path dualMono(Path file) throws IOException {
        return wav(file, 2, (_, _) -> true);
    }

    @FunctionalInterface
    private interface Mixing {

        boolean isHeard(Said word, int channel);
    }

    private Path wav(Path file, int channels, Mixing mixing) throws IOException {
        var frame = 2 * channels;
        var total = (int) (seconds() * RATE);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(0);
            out.setLength(HEAD + (long) total * frame);
            out.write(head(total * frame, channels));
            for (var word : words) {
                var start = (int) (word.start() * RATE);
                var sound = new byte[((int) (word.end() * RATE) - start) * frame];
                out.seek(HEAD + (long) start * frame);
                out.readFully(sound);
                add(ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN), word, channels, mixing);
                out.seek(HEAD + (long) start * frame);
                out.write(sound);
            }
        }
        return file;
    }

    /** A word sounds the same wherever it is written. */
    private static void add(ByteBuffer sound, Said word, int channels, Mixing mixing) {
        var tones = new Random(Double.doubleToLongBits(word.start()));
        var low = 200 + 1_500 * tones.nextDouble();
        var high = 400 + 3_000 * tones.nextDouble();
        var count = sound.capacity() / (2 * channels);
        for (var i = 0; i < count; i++) {
            var time = 2 * Math.PI * i / RATE;
            var loud = 6_000 * Math.min(1, Math.min(i, count - i) / 80.0);
            var sample = (short) (loud * (Math.sin(low * time) + 0.6 * Math.sin(high * time)));
            for (var channel = 0; channel < channels; channel++) {
                if (mixing.isHeard(word, channel)) {
                    var place = 2 * (channels * i + channel);
                    sound.putShort(place, (short) (sound.getShort(place) + sample));
                }
            }
        }
    }

    private static byte[] head(int bytes, int channels) {
        var head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        head.putShort((short) 1).putShort((short) channels).putInt(RATE).putInt(RATE * 2 * channels);
        head.putShort((short) (2 * channels)).putShort((short) 16);
        return head.put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .array();
    }
}
