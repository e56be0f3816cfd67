package app.aisha.simulators.openai;

/** The limit on the size of a request, counted with its multipart framing. */
final class TooLarge {
    /** Bytes. */
    static final int LIMIT = 26_214_400;

    private TooLarge() {}

    static Reply.Whole reply(long read) {
        var body = Json.object();
        body.putObject("error")
                .put("message", "413: Maximum content size limit (%d) exceeded (%d bytes read)".formatted(LIMIT, read))
                .put("type", "server_error")
                .putNull("param")
                .putNull("code");
        body.putObject("usage").put("type", "duration").put("seconds", 0);
        return Reply.json(413, body);
    }
}
