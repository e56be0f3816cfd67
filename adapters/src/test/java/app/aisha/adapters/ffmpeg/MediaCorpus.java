package app.aisha.adapters.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small files of the kinds that people send, and what becomes of them on bad days. */
final class MediaCorpus {

    private static final int HEADER = 400;
    private static final int[] EXTREMES = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1, 0x10000};

    private final Path folder;
    private final List<byte[]> files = new ArrayList<>();

    MediaCorpus(Path folder) throws Exception {
        this.folder = folder;
        tone("voice.ogg", "-c:a", "libopus", "-b:a", "16k");
        tone("index-at-the-end.m4a", "-b:a", "32k");
        tone("index-first.m4a", "-b:a", "32k", "-movflags", "+faststart");
        tone("fragments.mp4", "-b:a", "32k", "-movflags", "frag_keyframe+empty_moov", "-frag_duration", "500000");
        tone("vbr.mp3", "-q:a", "6", "-write_xing", "0", "-id3v2_version", "0");
        tone("tagged.mp3", "-b:a", "32k", "-metadata", "title=" + "x".repeat(500));
        tone("plain.flac");
        tone("notes.mkv", "-c:a", "libopus", "-b:a", "16k");
        tone("live.webm", "-c:a", "libopus", "-b:a", "16k", "-live", "1");
        tone("old.avi", "-c:a", "libmp3lame", "-b:a", "32k");
        tone("stream.ts", "-c:a", "aac", "-b:a", "32k");
        tone("phone.amr", "-ar", "8000", "-b:a", "12.2k");
        tone("windows.wma", "-b:a", "32k");
        tone("studio.flac", "-ar", "192000", "-ac", "2");
        tone("surround.wav", "-ac", "8", "-ar", "8000");
        made("long.flac", "sine=duration=130", "-ar", "8000");
        made("silence.ogg", "anullsrc=duration=3", "-c:a", "libopus");
        videoNote();
        var wav = Files.readAllBytes(Sounds.tone(folder.resolve("plain.wav"), 2, "-ar", "8000"));
        files.add(claiming4Gigabytes(wav));
        files.add(Files.readAllBytes(Sounds.wav(folder.resolve("nothing.wav"), new short[0])));
        files.add(Files.readAllBytes(Sounds.wav(folder.resolve("sample.wav"), new short[] {7})));
        text("#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/x.ts\n");
        text("ffconcat version 1.0\nfile 'voice.ogg'\n");
        text("Dear all, ".repeat(300));
    }

    int size() {
        return files.size();
    }

    /** The files as they are, then damaged in a way that depends on the seed alone. */
    byte[] file(int seed) {
        var original = files.get(seed % files.size());
        return seed < files.size() ? original : damaged(original, new Random(seed));
    }

    private byte[] damaged(byte[] original, Random random) {
        var bytes = original.clone();
        for (var rounds = 1 + random.nextInt(3); rounds > 0 && bytes.length > 8; rounds--) {
            bytes = switch (random.nextInt(7)) {
                case 0 -> flipped(bytes, 1 + random.nextInt(40), bytes.length, random);
                case 1 -> flipped(bytes, 1 + random.nextInt(8), Math.min(HEADER, bytes.length), random);
                case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case 3 -> withExtremeNumber(bytes, random);
                case 4 -> moved(bytes, random);
                case 5 -> blank(bytes, random);
                default -> followedBy(bytes, files.get(random.nextInt(files.size())), random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int times, int within, Random random) {
        for (var i = 0; i < times; i++) {
            bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Into a field of the header, as it may be a length or a count. */
    private static byte[] withExtremeNumber(byte[] bytes, Random random) {
        var number = EXTREMES[random.nextInt(EXTREMES.length)];
        var at = random.nextInt(Math.min(HEADER, bytes.length) - 4);
        for (var i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (number >> (8 * i));
        }
        return bytes;
    }

    private static byte[] moved(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length);
        var length = random.nextInt(bytes.length - from);
        System.arraycopy(bytes.clone(), from, bytes, random.nextInt(bytes.length - length), length);
        return bytes;
    }

    private static byte[] blank(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, from + random.nextInt(bytes.length - from), (byte) 0);
        return bytes;
    }

    private static byte[] followedBy(byte[] bytes, byte[] other, Random random) {
        var kept = random.nextInt(bytes.length);
        var both = Arrays.copyOf(bytes, kept + other.length);
        System.arraycopy(other, 0, both, kept, other.length);
        return both;
    }

    private static byte[] claiming4Gigabytes(byte[] wav) {
        var bytes = wav.clone();
        Arrays.fill(bytes, 4, 8, (byte) -1);
        var data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data");
        Arrays.fill(bytes, data + 4, data + 8, (byte) -1);
        return bytes;
    }

    private void videoNote() throws Exception {
        var note = Sounds.run(
                folder.resolve("note.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=64x64:rate=10:duration=3",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=3",
                        "-c:v",
                        "mpeg4",
                        "-c:a",
                        "aac"));
        files.add(Files.readAllBytes(note));
    }

    private void tone(String name, String... arguments) throws Exception {
        made(name, "sine=duration=3", arguments);
    }

    private void made(String name, String sound, String... arguments) throws Exception {
        files.add(Files.readAllBytes(Sounds.make(folder.resolve(name), sound, arguments)));
    }

    private void text(String text) {
        files.add(text.getBytes(StandardCharsets.UTF_8));
    }
}
