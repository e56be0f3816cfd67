package app.aisha.simulators.telegram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How long an Opus recording is: the position of its last Ogg page, counted at 48 kHz. */
final class OggDuration {

    private static final int OGGS = 0x5367674f;
    private static final int TAIL = 128 * 1024;
    private static final int PAGE_HEAD = 14;
    private static final long RATE = 48_000;

    private OggDuration() {}

    /** Rounded to whole seconds; 0 for what is no Ogg. */
    static long seconds(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var from = Math.max(0, channel.size() - TAIL);
            var tail = ByteBuffer.allocate((int) (channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // Reads on until the tail is full.
            }
            for (int at = tail.position() - PAGE_HEAD; at >= 0; at--) {
                if (tail.getInt(at) == OGGS) {
                    return Math.max(0, (tail.getLong(at + 6) + RATE / 2) / RATE);
                }
            }
            return 0;
        }
    }
}
