package app.aisha.simulators.chat;

import app.aisha.simulators.chat.OpusPackets.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A voice message as phones send it: Opus in Ogg. */
final class OggOpus {
    private static final int RATE = 48_000;
    private static final int SEGMENTS = 255;
    private static final int FIRST = 2;
    private static final int LAST = 4;

    private final byte[] bytes;
    private final double seconds;

    private OggOpus(byte[] bytes, double seconds) {
        this.bytes = bytes;
        this.seconds = seconds;
    }

    /** Takes over Ogg as it is and packs WebM anew, without touching the sound. */
    static OggOpus of(byte[] recording) throws UnreadableRecording {
        if (recording.length > 4 && new String(recording, 0, 4, StandardCharsets.ISO_8859_1).equals("OggS")) {
            return new OggOpus(recording, seconds(recording));
        }
        if (!WebmReader.isWebm(recording)) {
            throw new UnreadableRecording("the recording is neither WebM nor Ogg");
        }
        return pack(WebmReader.read(recording));
    }

    byte[] bytes() {
        return bytes;
    }

    double seconds() {
        return seconds;
    }

    private static double seconds(byte[] ogg) throws UnreadableRecording {
        for (int i = ogg.length - 27; i >= 0; i--) {
            if (ogg[i] == 'O' && ogg[i + 1] == 'g' && ogg[i + 2] == 'g' && ogg[i + 3] == 'S') {
                var granule =
                        ByteBuffer.wrap(ogg).order(ByteOrder.LITTLE_ENDIAN).getLong(i + 6);
                return (double) granule / RATE;
            }
        }
        throw new UnreadableRecording("no Ogg page");
    }

    private static OggOpus pack(OpusPackets recording) throws UnreadableRecording {
        if (recording.packets().isEmpty()) {
            throw new UnreadableRecording("the recording is empty");
        }
        var stream = new Stream();
        stream.page(List.of(recording.head()), 0, FIRST);
        stream.page(List.of(tags()), 0, 0);
        var page = new ArrayList<Slice>();
        long samples = 0;
        int segments = 0;
        for (var packet : recording.packets()) {
            int needed = packet.size() / 255 + 1;
            if (segments + needed > SEGMENTS) {
                stream.page(page, samples, 0);
                page.clear();
                segments = 0;
            }
            page.add(packet);
            segments += needed;
            samples += OpusPackets.samples(packet);
        }
        stream.page(page, samples, LAST);
        return new OggOpus(stream.out.toByteArray(), (double) samples / RATE);
    }

    private static Slice tags() {
        var vendor = "recorder".getBytes(StandardCharsets.US_ASCII);
        var tags = ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
        return new Slice(tags, 0, tags.length);
    }

    /** One logical stream being written. */
    private static final class Stream {
        private static final int SERIAL = 0x41697368;
        private static final int POLYNOMIAL = 0x04c11db7;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int pages;

        void page(List<Slice> packets, long granule, int flags) {
            int segments = packets.stream().mapToInt(p -> p.size() / 255 + 1).sum();
            int size = packets.stream().mapToInt(Slice::size).sum();
            var page = ByteBuffer.allocate(27 + segments + size).order(ByteOrder.LITTLE_ENDIAN);
            page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
            page.putLong(granule).putInt(SERIAL).putInt(pages++).putInt(0).put((byte) segments);
            for (var packet : packets) {
                for (int i = 0; i < packet.size() / 255; i++) {
                    page.put((byte) 255);
                }
                page.put((byte) (packet.size() % 255));
            }
            int at = page.position();
            for (var packet : packets) {
                packet.copyTo(page.array(), at);
                at += packet.size();
            }
            page.putInt(22, checksum(page.array()));
            out.writeBytes(page.array());
        }

        private static int checksum(byte[] page) {
            int sum = 0;
            for (var value : page) {
                sum ^= (value & 0xff) << 24;
                for (int bit = 0; bit < 8; bit++) {
                    sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
                }
            }
            return sum;
        }
    }
}
