package app.aisha.simulators.telegram;

/** A call answered with {@code "ok": false}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + reason);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, "Forbidden: " + reason);
    }

    static Refusal conflict(String reason) {
        return new Refusal(409, "Conflict: " + reason);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large");
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
