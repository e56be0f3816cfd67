package app.aisha.simulators.chat;

import app.aisha.simulators.chat.OpusPackets.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the Opus packets out of a WebM recording, also of one whose sizes were not known while it was written. */
final class WebmReader {
    private static final long EBML = 0x1A45DFA3L;
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAEL;
    private static final long CODEC = 0x86L;
    private static final long CODEC_PRIVATE = 0x63A2L;
    private static final long BLOCK_GROUP = 0xA0L;
    private static final long BLOCK = 0xA1L;
    private static final long SIMPLE_BLOCK = 0xA3L;
    private static final int LACING = 0x06;

    private final byte[] bytes;
    private final List<Slice> packets = new ArrayList<>();
    private @Nullable Slice head;
    private boolean opus;
    private int at;

    private WebmReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isWebm(byte[] bytes) {
        return bytes.length > 4
                && (bytes[0] & 0xff) == 0x1A
                && (bytes[1] & 0xff) == 0x45
                && (bytes[2] & 0xff) == 0xDF
                && (bytes[3] & 0xff) == 0xA3;
    }

    /** A recording that ends in the middle of an element is taken up to there. */
    static OpusPackets read(byte[] bytes) throws UnreadableRecording {
        var reader = new WebmReader(bytes);
        reader.elements();
        if (!reader.opus || reader.head == null) {
            throw new UnreadableRecording("no Opus track in the recording");
        }
        return new OpusPackets(reader.head, List.copyOf(reader.packets));
    }

    private void elements() throws UnreadableRecording {
        while (at < bytes.length) {
            long id = number(false);
            long size = number(true);
            if (id < 0 || size < -1) {
                return;
            }
            if (id == SEGMENT || id == CLUSTER || id == TRACKS || id == TRACK || id == BLOCK_GROUP) {
                continue;
            }
            if (size < 0) {
                throw new UnreadableRecording("an element of unknown size");
            }
            if (size > bytes.length - at) {
                return;
            }
            leaf(id, new Slice(bytes, at, at + (int) size));
            at += (int) size;
        }
    }

    private void leaf(long id, Slice content) throws UnreadableRecording {
        if (id == CODEC) {
            opus = content.size() >= 6 && content.at(2) == 'O' && content.at(3) == 'P' && content.at(5) == 'S';
        } else if (id == CODEC_PRIVATE) {
            head = content;
        } else if (id == SIMPLE_BLOCK || id == BLOCK) {
            block(content);
        } else if (id == EBML && content.size() == 0) {
            throw new UnreadableRecording("an empty header");
        }
    }

    private void block(Slice content) throws UnreadableRecording {
        if (content.size() < 5) {
            return;
        }
        int header = Integer.numberOfLeadingZeros(content.at(0)) - 24 + 1 + 3;
        if (header >= content.size()) {
            return;
        }
        if ((content.at(header - 1) & LACING) != 0) {
            throw new UnreadableRecording("laced blocks");
        }
        packets.add(new Slice(bytes, at + header, at + content.size()));
    }

    /** A variable-length number; -1 for "unknown" in a size, -2 at the end. Ids keep their length marker. */
    private long number(boolean size) {
        if (at >= bytes.length) {
            return -2;
        }
        int first = bytes[at] & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 24 + 1;
        if (length > 8 || at + length > bytes.length) {
            return -2;
        }
        long value = size ? first & (0xff >> length) : first;
        boolean unknown = size && value == 0xff >> length;
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xff;
            unknown &= next == 0xff;
            value = (value << 8) | next;
        }
        at += length;
        return unknown ? -1 : value;
    }
}
