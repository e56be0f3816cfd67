package app.aisha.simulators.openai;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of a decoded recording: per 20 ms the energy in a few frequency bands, and whether anything is to be
 * heard at all. The samples themselves are not kept, so hours of sound cost megabytes.
 */
final class Sound {
    static final int RATE = 16_000;
    static final int FRAMES_PER_SECOND = 50;
    private static final int FRAME = RATE / FRAMES_PER_SECOND;
    private static final double SILENT_MEAN_SQUARE = 100;

    private final float[] bands;
    private final float[] power;
    private final int frames;
    private final long samples;
    private final String sha256;

    private Sound(float[] bands, float[] power, int frames, long samples, String sha256) {
        this.bands = bands;
        this.power = power;
        this.frames = frames;
        this.samples = samples;
        this.sha256 = sha256;
    }

    /** Reads signed 16-bit little-endian mono samples at {@link #RATE} to the end of the stream. */
    static Sound read(InputStream pcm) throws IOException {
        var digest = newDigest();
        var spectrum = new Spectrum();
        var bands = new float[Spectrum.BANDS * 1024];
        var power = new float[1024];
        var buffer = new byte[FRAME * 2];
        long bytes = 0;
        int frames = 0;
        int got;
        while ((got = pcm.readNBytes(buffer, 0, buffer.length)) > 1) {
            digest.update(buffer, 0, got);
            bytes += got;
            Arrays.fill(buffer, got, buffer.length, (byte) 0);
            if (frames == power.length) {
                power = Arrays.copyOf(power, frames * 2);
                bands = Arrays.copyOf(bands, frames * 2 * Spectrum.BANDS);
            }
            power[frames] = spectrum.measure(buffer, got / 2, bands, frames * Spectrum.BANDS);
            frames++;
        }
        return new Sound(bands, power, frames, bytes / 2, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    double seconds() {
        return (double) samples / RATE;
    }

    int frames() {
        return frames;
    }

    /** SHA-256 of the samples, in hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** Whether a frame is as good as digital silence (below -70 dB of full scale). Outside the sound all is silent. */
    boolean silent(int frame) {
        return frame < 0 || frame >= frames || power[frame] < SILENT_MEAN_SQUARE;
    }

    boolean allSilent() {
        return firstHeard() == frames;
    }

    /** The first frame that is not silent, or {@link #frames()}. */
    int firstHeard() {
        int i = 0;
        while (i < frames && silent(i)) {
            i++;
        }
        return i;
    }

    /** One past the last frame that is not silent, or 0. */
    int lastHeard() {
        int i = frames;
        while (i > 0 && silent(i - 1)) {
            i--;
        }
        return i;
    }

    /** The band energies of the frames from (inclusive) to (exclusive); frames outside the sound are silence. */
    Track track(int from, int to) {
        var part = new float[(to - from) * Spectrum.BANDS];
        int first = Math.max(from, 0);
        int last = Math.min(to, frames);
        if (last > first) {
            System.arraycopy(
                    bands,
                    first * Spectrum.BANDS,
                    part,
                    (first - from) * Spectrum.BANDS,
                    (last - first) * Spectrum.BANDS);
        }
        return new Track(part);
    }
}
