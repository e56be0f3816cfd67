package app.aisha.core.work;

/**
 * Tells those who run the program about a trouble that only they can end. Called once when a trouble begins and once when it
 * is over, from any thread; it neither throws nor takes long.
 */
@FunctionalInterface
public interface OperatorAlarm {

    void tell(Alarm alarm);

    /** What to tell. Its sentence is plain English, names what has to be done and holds no secret. */
    sealed interface Alarm {

        Service service();

        Trouble trouble();

        String sentence();

        record Raised(Service service, Trouble trouble, String sentence) implements Alarm {}

        record Over(Service service, Trouble trouble, String sentence) implements Alarm {}
    }

    /** Whom it is about; each service is in one trouble at a time. */
    enum Service {
        /** Recognises speech. */
        SPEECH,
        /** Reads and writes text. */
        TEXT,
        /** Trains avatars and paints pictures of them. */
        IMAGES
    }

    /** What is wrong; the same trouble may come again later. */
    enum Trouble {
        UNPAID,
        KEY_REFUSED,
        FORBIDDEN,
        MODEL_UNKNOWN,
        ADDRESS_WRONG
    }
}
