package app.aisha.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or password that does not print itself: not in logs, not in messages, not in dumps of the settings. */
public final class Secret {

    private final String value;

    /** Wraps the value; surrounding white space is a slip of the one who pasted it and is dropped. */
    public Secret(String value) {
        this.value = value.strip();
        if (this.value.isEmpty()) {
            throw new IllegalArgumentException("A secret must not be blank");
        }
    }

    /** The value itself, for the request only. */
    public String reveal() {
        return value;
    }

    /** Compares in a time that does not tell how much was right. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[hidden]";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
