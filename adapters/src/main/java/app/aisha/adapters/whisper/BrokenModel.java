package app.aisha.adapters.whisper;

/** What is wrong inside a model file, as the end of a sentence about it. */
final class BrokenModel extends Exception {

    BrokenModel(String message) {
        super(message);
    }

    static BrokenModel cutOff() {
        return new BrokenModel("is cut off");
    }
}
