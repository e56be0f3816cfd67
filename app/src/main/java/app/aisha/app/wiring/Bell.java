package app.aisha.app.wiring;

/** Lets one side ring before the other side exists. Thread-safe. */
final class Bell {

    private volatile Runnable listener = () -> {};

    void answeredBy(Runnable answer) {
        listener = answer;
    }

    void ring() {
        listener.run();
    }
}
