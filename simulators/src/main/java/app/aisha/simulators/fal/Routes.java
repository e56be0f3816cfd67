package app.aisha.simulators.fal;

/** Where each address leads. */
record Routes(
        Access access,
        Submissions submissions,
        FollowUps followUps,
        Storage storage,
        Cdn cdn,
        Platform platform,
        SigningKeys keys) {

    Route of(Request request) {
        var path = request.path();
        if (path.equals("/rest/.well-known/jwks.json")) {
            return new Route(FaultPoint.JWKS, this::jwks);
        }
        if (path.startsWith("/rest/")) {
            return new Route(FaultPoint.INITIATE, storage::answer);
        }
        if (path.startsWith(Storage.UPLOADS)) {
            return new Route(FaultPoint.UPLOAD, storage::signed);
        }
        if (path.equals("/cdn/files/upload") && request.method().equals("POST")) {
            return new Route(FaultPoint.UPLOAD, storage::uploadWithToken);
        }
        if (path.startsWith("/cdn/")) {
            return new Route(FaultPoint.CDN, cdn::answer);
        }
        if (path.startsWith("/v1/")) {
            return new Route(FaultPoint.PLATFORM, platform::answer);
        }
        return FollowUps.Address.of(path)
                .map(address -> new Route(address.point(), called -> {
                    access.requireKey(called);
                    return followUps.answer(called, address);
                }))
                .orElseGet(() -> new Route(FaultPoint.SUBMIT, called -> {
                    access.requireKey(called);
                    return submissions.submit(called);
                }));
    }

    private Reply jwks(Request request) {
        if (!request.method().equals("GET")) {
            throw Refusal.methodNotAllowed("GET");
        }
        return Reply.json(200, keys.jwks());
    }
}
