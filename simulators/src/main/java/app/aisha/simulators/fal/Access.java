package app.aisha.simulators.fal;

/** Who may come in. */
final class Access {
    private final String expected;
    private final CallLog log;

    Access(String key, CallLog log) {
        this.expected = "Key " + key;
        this.log = log;
    }

    /** @throws Refusal 401 unless the account's key was sent */
    void requireKey(Request request) {
        var sent =
                request.header("Authorization").orElseThrow(() -> new Refusal(401, "Authorization header is required"));
        if (!sent.equals(expected)) {
            throw new Refusal(401, "invalid key credentials");
        }
    }

    /** @throws Refusal 400 when a key was sent to where the key must never go */
    void forbidKey(Request request) {
        if (request.header("Authorization").isPresent()) {
            log.violation("Authorization sent to %s %s".formatted(request.method(), request.path()));
            throw new Refusal(400, "Authorization header is not allowed here");
        }
    }
}
