package app.aisha.simulators.chat;

/** The bytes are no recording that could be made a voice message of; the message says why, in plain ASCII. */
final class UnreadableRecording extends Exception {
    private final String reason;

    UnreadableRecording(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
