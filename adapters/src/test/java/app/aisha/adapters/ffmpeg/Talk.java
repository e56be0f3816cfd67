package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundPiece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Something like a talk: syllables of uneven loudness and pauses, over a background of noise. */
final class Talk {

    private static final int RATE = SoundPiece.SAMPLES_PER_SECOND;
    private static final double VOICE = 0.15;

    private static final double[] SINE = new double[RATE];
    private static final double[] NOISE = new double[1 << 16];

    static {
        var random = new Random(0);
        Arrays.setAll(SINE, i -> Math.sin(2 * Math.PI * i / RATE));
        Arrays.setAll(NOISE, _ -> random.nextGaussian());
    }

    private short[] sound = new short[1 << 16];
    private final List<Pause> pauses = new ArrayList<>();
    private final Random random;
    private final double noise;
    private int samples;

    /** With noise of so many decibels of full scale. */
    Talk(int noise, long seed) {
        this.noise = noise <= -100 ? 0 : Math.pow(10, noise / 20.0);
        this.random = new Random(seed);
    }

    Talk speaks(double seconds) {
        var left = (int) (seconds * RATE);
        while (left > 0) {
            var syllable = Math.min(left, RATE / 8 + random.nextInt(RATE / 8));
            var loud = VOICE * (0.3 + 0.7 * random.nextDouble());
            var pitch = 120 + random.nextInt(120);
            for (var i = 0; i < syllable; i++) {
                add(loud * (SINE[i * pitch % RATE] + 0.5 * SINE[i * 7 * pitch % RATE]));
            }
            left -= syllable;
        }
        return this;
    }

    Talk pauses(double seconds) {
        var start = samples;
        for (var i = 0; i < (int) (seconds * RATE); i++) {
            add(0);
        }
        pauses.add(new Pause(start, samples));
        return this;
    }

    Talk hums(double seconds) {
        for (var i = 0; i < (int) (seconds * RATE); i++) {
            add(VOICE * SINE[i % RATE * 440 % RATE]);
        }
        return this;
    }

    byte[] pcm() {
        var bytes = new byte[samples * 2];
        for (var i = 0; i < samples; i++) {
            bytes[2 * i] = (byte) sound[i];
            bytes[2 * i + 1] = (byte) (sound[i] >> 8);
        }
        return bytes;
    }

    short[] samples() {
        return Arrays.copyOf(sound, samples);
    }

    /** Whether there is quiet for a tenth of a second around that moment. */
    boolean isPauseAt(Duration moment) {
        var sample = moment.toNanos() / 62_500;
        return pauses.stream().anyMatch(pause -> pause.start + RATE / 20 <= sample && sample <= pause.end - RATE / 20);
    }

    private void add(double value) {
        if (samples == sound.length) {
            sound = Arrays.copyOf(sound, samples * 2);
        }
        var hiss = noise * NOISE[(samples * 31 + samples / 7919) % NOISE.length];
        sound[samples++] = (short) (32_767 * Math.clamp(value + hiss, -1, 1));
    }

    private record Pause(long start, long end) {}
}
