package app.aisha.simulators.chat;

import java.util.List;

/**
 * The undecoded content of an Opus recording.
 *
 * @param head the identification header, "OpusHead"
 * @param packets in order
 */
record OpusPackets(Slice head, List<Slice> packets) {
    private static final int RATE = 48_000;

    /** A range of a byte array that nobody changes. */
    static final class Slice {
        private final byte[] bytes;
        private final int from;
        private final int to;

        Slice(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        int size() {
            return to - from;
        }

        int at(int index) {
            return bytes[from + index] & 0xff;
        }

        void copyTo(byte[] target, int offset) {
            System.arraycopy(bytes, from, target, offset, size());
        }
    }

    /** Length of a packet in samples at 48 kHz, read from its first bytes as RFC 6716, 3.1 says. */
    static int samples(Slice packet) {
        int toc = packet.at(0);
        int config = toc >> 3;
        int frame;
        if (config < 12) {
            frame = new int[] {RATE / 100, RATE / 50, RATE / 25, RATE * 3 / 50}[config % 4];
        } else if (config < 16) {
            frame = config % 2 == 0 ? RATE / 100 : RATE / 50;
        } else {
            frame = (RATE / 400) << (config % 4);
        }
        return frame
                * switch (toc & 3) {
                    case 0 -> 1;
                    case 1, 2 -> 2;
                    default -> packet.size() > 1 ? packet.at(1) & 0x3f : 0;
                };
    }
}
