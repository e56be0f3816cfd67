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

        Trouble trouble();

        String sentence();

        record Raised(Trouble trouble, String sentence) implements Alarm {}

        record Over(Trouble trouble, String sentence) implements Alarm {}
    }

    /** What is wrong; the same trouble may come again later. */
    enum Trouble {
        SPEECH_UNPAID,
        SPEECH_KEY_REFUSED,
        SPEECH_FORBIDDEN,
        SPEECH_MODEL_UNKNOWN,
        SPEECH_ADDRESS_WRONG
    }
}
