package app.aisha.simulators.fal;

import java.util.Map;

/** {@code GET /cdn/files/...}: open to everybody, and to nobody who shows a key. */
final class Cdn {
    private final CdnFiles files;
    private final Access access;

    Cdn(CdnFiles files, Access access) {
        this.files = files;
        this.access = access;
    }

    Reply answer(Request request) {
        access.forbidKey(request);
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw Refusal.methodNotAllowed("GET, HEAD");
        }
        var file = files.find(request.path()).orElseThrow(() -> new Refusal(404, "File not found"));
        return new Reply.Whole(200, file.type(), file.bytes(), Map.of());
    }
}
