package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Uploads both ways: signed addresses as the JavaScript client uses, and tokens as the Python client does. Thread-safe. */
final class Storage {
    static final String UPLOADS = "/cdn/upload/";

    private static final Duration OPEN = Duration.ofHours(1);
    private static final Set<String> TYPES = Set.of("fal-cdn-v3", "gcs");
    private static final Pattern SIGNED = Pattern.compile(UPLOADS + "([A-Za-z0-9_-]+)(?:/(complete|[1-9][0-9]{0,4}))?");

    private final URI base;
    private final CdnFiles files;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, PendingUpload> pending = new ConcurrentHashMap<>();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    Storage(URI base, CdnFiles files, Access access, Ids ids, InstantSource clock) {
        this.base = base;
        this.files = files;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** What lies below {@code /rest/storage/}. */
    Reply answer(Request request) {
        access.requireKey(request);
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed("POST");
        }
        if (!TYPES.contains(request.parameter("storage_type").orElse("gcs"))) {
            throw Refusal.invalid(Problem.at(List.of("query", "storage_type"), "Unknown storage type", "one_of"));
        }
        return switch (request.path()) {
            case "/rest/storage/upload/initiate" -> initiate(request, false);
            case "/rest/storage/upload/initiate-multipart" -> initiate(request, true);
            case "/rest/storage/auth/token" -> token();
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private Reply initiate(Request request, boolean inParts) {
        var name = text(request, "file_name");
        var type = text(request, "content_type");
        var id = ids.token();
        var signature = ids.token();
        var address = files.addressFor(name);
        var now = clock.instant();
        pending.put(
                id,
                new PendingUpload(address, type, signature, inParts, now.plus(OPEN), Lifecycle.expiry(request, now)));
        return Reply.json(
                200,
                Json.object()
                        .put("upload_url", "%s%s%s?X-Signature=%s".formatted(base, UPLOADS, id, signature))
                        .put("file_url", address.toString()));
    }

    private static String text(Request request, String field) {
        var value = Json.read(request.body())
                .map(body -> body.path(field).asString(""))
                .orElse("");
        if (value.isEmpty()) {
            throw Refusal.invalid(Problem.of(field, "Field required", "missing"));
        }
        return value;
    }

    private Reply token() {
        var token = ids.token();
        var expiry = clock.instant().plus(OPEN);
        tokens.put(token, expiry);
        return Reply.json(
                200,
                Json.object()
                        .put("token", token)
                        .put("token_type", "Bearer")
                        .put("base_url", base + "/cdn")
                        .put("expires_at", expiry.atOffset(ZoneOffset.UTC).toString()));
    }

    /** {@code POST /cdn/files/upload} with a token. */
    Reply uploadWithToken(Request request) {
        var sent = request.header("Authorization").orElse("");
        if (sent.startsWith("Key ")) {
            access.forbidKey(request);
        }
        var expiry = Optional.ofNullable(tokens.get(sent.replaceFirst("^Bearer ", "")));
        if (!sent.startsWith("Bearer ") || expiry.isEmpty() || !clock.instant().isBefore(expiry.get())) {
            throw new Refusal(401, "Invalid token");
        }
        var address = files.put(
                request.header("X-Fal-File-Name").orElse("file"),
                request.header("Content-Type").orElse("application/octet-stream"),
                request.body(),
                Lifecycle.expiry(request, clock.instant()));
        return Reply.json(200, Json.object().put("access_url", address.toString()));
    }

    /** The bytes themselves, at the signed address; no key must come here. */
    Reply signed(Request request) {
        access.forbidKey(request);
        var path = SIGNED.matcher(request.path());
        if (!path.matches()) {
            throw new Refusal(404, "Not Found");
        }
        var upload = pending.get(path.group(1));
        if (upload == null || !upload.isOpenTo(request.parameter("X-Signature").orElse(""), clock.instant())) {
            throw new Refusal(403, "SignatureDoesNotMatch");
        }
        var part = Optional.ofNullable(path.group(2));
        if (part.filter("complete"::equals).isPresent()) {
            return complete(request, upload);
        }
        if (!request.method().equals("PUT")) {
            throw Refusal.methodNotAllowed("PUT");
        }
        if (part.isPresent() != upload.inParts()) {
            throw new Refusal(400, "InvalidRequest");
        }
        if (request.header("Content-Length").isEmpty()) {
            throw new Refusal(411, "MissingContentLength");
        }
        return part.map(number -> part(request, upload, Integer.parseInt(number)))
                .orElseGet(() -> whole(request, upload));
    }

    private Reply whole(Request request, PendingUpload upload) {
        if (!request.header("Content-Type").orElse("").equals(upload.type())) {
            throw new Refusal(403, "SignatureDoesNotMatch");
        }
        files.put(upload.address(), upload.file(request.body()));
        return Reply.json(200, Json.object()).with("ETag", PendingUpload.etag(request.body()));
    }

    private static Reply part(Request request, PendingUpload upload, int number) {
        var etag = upload.put(number, request.body());
        return Reply.json(200, Json.object().put("partNumber", number).put("etag", etag))
                .with("ETag", etag);
    }

    private Reply complete(Request request, PendingUpload upload) {
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed("POST");
        }
        var whole = Json.read(request.body()).flatMap(body -> upload.join(body.path("parts")));
        if (!upload.inParts() || whole.isEmpty()) {
            throw new Refusal(400, "InvalidPart");
        }
        files.put(upload.address(), upload.file(whole.get()));
        return Reply.json(200, Json.object().put("url", upload.address().toString()));
    }
}
