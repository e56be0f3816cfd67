package app.aisha.adapters.photos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names the segments of a JPEG or the chunks of a PNG, read straight from the bytes. */
final class Segments {

    private final List<String> names = new ArrayList<>();
    private final StringBuilder scans = new StringBuilder();
    private String xmp = "";

    Segments(byte[] file) {
        if (file[0] == (byte) 0xFF) {
            readJpeg(file);
        } else {
            readPng(file);
        }
    }

    /** In their order; a marker in hex, an application segment with its name. */
    List<String> names() {
        return names;
    }

    /** The compressed pixels, in hex. */
    String scans() {
        return scans.toString();
    }

    /** With the name before it. */
    String xmp() {
        return xmp;
    }

    private void readJpeg(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        for (var at = 2; at < file.limit(); ) {
            var marker = file.getShort(at) & 0xFFFF;
            if (marker == 0xFFD9) {
                names.add("D9");
                at += 2;
            } else {
                var length = file.getShort(at + 2) & 0xFFFF;
                var content = Arrays.copyOfRange(bytes, at + 4, at + 2 + length);
                names.add(Integer.toHexString(marker & 0xFF).toUpperCase(Locale.ROOT)
                        + (marker >= 0xFFE0 && marker <= 0xFFEF ? " " + beginning(content) : ""));
                if (marker == 0xFFE1) {
                    xmp += new String(content, StandardCharsets.UTF_8);
                }
                var next = marker == 0xFFDA ? endOfScan(file, at + 2 + length) : at + 2 + length;
                scans.append(HexFormat.of().formatHex(bytes, at + 2 + length, next));
                at = next;
            }
        }
    }

    private static int endOfScan(ByteBuffer file, int from) {
        var at = from;
        while (file.get(at) != (byte) 0xFF || file.get(at + 1) == 0 || (file.get(at + 1) & 0xF8) == 0xD0) {
            at++;
        }
        return at;
    }

    private void readPng(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        for (var at = 8; at < file.limit(); ) {
            var length = file.getInt(at);
            var name = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
            var sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            if ((int) sum.getValue() != file.getInt(at + 8 + length)) {
                throw new AssertionError("The checksum of " + name + " is wrong");
            }
            names.add(name);
            if (name.equals("iTXt")) {
                xmp += new String(bytes, at + 8, length, StandardCharsets.UTF_8);
            }
            if (name.equals("IDAT")) {
                scans.append(HexFormat.of().formatHex(bytes, at + 8, at + 8 + length));
            }
            at += length + 12;
        }
    }

    private static String beginning(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.max(0, text.indexOf('\0')));
    }
}
