package app.aisha.adapters.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream that somebody else closes when its time is over, and whose end is then not taken for the end of the file. */
final class Expiring extends FilterInputStream {

    private final AtomicBoolean expired;

    Expiring(InputStream source, AtomicBoolean expired) {
        super(source);
        this.expired = expired;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(super.read(buffer, offset, length));
    }

    private int checked(int result) throws IOException {
        if (result < 0 && expired.get()) {
            throw new HttpTimeoutException("The download took too long");
        }
        return result;
    }
}
