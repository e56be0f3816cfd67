package app.aisha.adapters.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The first bytes of a file, to tell a damaged recording from something that never was one. */
final class Signature {

    private static final int LENGTH = 12;
    private static final Set<String> BEGINNINGS = Set.of("OggS", "fLaC", "RIFF", "FORM", "caff", "#!AM", "ID3", "FLV");
    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "moof");
    private static final Set<String> KINDS_OF_RIFF = Set.of("WAVE", "AVI ");
    private static final String MATROSKA = "\u001aE\u00df\u00a3";
    private static final String ASF = "0&\u00b2u";

    private Signature() {}

    /** Whether the file begins as recordings begin; a weak sign in the case of raw MP3. */
    static boolean isOfARecording(Path file) throws IOException {
        String bytes;
        try (var content = Files.newInputStream(file)) {
            bytes = new String(content.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
        }
        if (bytes.startsWith("RIFF")) {
            return bytes.length() == LENGTH && KINDS_OF_RIFF.contains(bytes.substring(8));
        }
        return BEGINNINGS.stream().anyMatch(bytes::startsWith)
                || bytes.startsWith(MATROSKA)
                || bytes.startsWith(ASF)
                || (bytes.length() > 8 && BOXES.contains(bytes.substring(4, 8)))
                || isFrameOfMp3(bytes);
    }

    /** ISO 11172-3, 2.4.2.3: twelve bits of synchronisation, then a layer, a bit rate and a frequency that exist. */
    private static boolean isFrameOfMp3(String bytes) {
        return bytes.length() > 2
                && bytes.charAt(0) == 0xFF
                && (bytes.charAt(1) & 0xE0) == 0xE0
                && (bytes.charAt(1) & 0x18) != 0x08
                && (bytes.charAt(2) & 0xF0) != 0xF0
                && (bytes.charAt(2) & 0x0C) != 0x0C;
    }
}
