package app.aisha.adapters.textfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives out no more than a limit, so that what was packed small cannot unfold without end. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        left = limit;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws TooLong {
        left -= bytes;
        if (left < 0) {
            throw new TooLong();
        }
    }

    /** There is more than the limit. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;
    }
}
