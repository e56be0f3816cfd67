package app.aisha.app.settings;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * How those who run the program look at it.
 *
 * @param address of this machine, where the management port is answered
 * @param port of management; 0 for any free one
 * @param log the form of its lines
 * @param traces an OTLP receiver, without {@code /v1/traces}; empty where traces are not wanted
 */
public record Operations(InetAddress address, int port, Log log, Optional<URI> traces) {

    /** For nobody but this machine. */
    public static final Operations QUIET =
            new Operations(InetAddress.getLoopbackAddress(), 0, Log.TEXT, Optional.empty());

    /** The form of the log. */
    public enum Log {
        /** An object in each line, for programs. */
        JSON,
        /** Lines for people. */
        TEXT
    }

    /** The same with traces sent somewhere. */
    public Operations tracing(URI receiver) {
        return new Operations(address, port, log, Optional.of(receiver));
    }
}
