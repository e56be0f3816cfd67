package app.aisha.simulators.fal;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A trainer: fetches the photos, learns their looks and leaves a LoRA and a configuration in the CDN. Thread-safe. */
final class Trainer implements Model {
    private static final int LARGEST_ARCHIVE = 1 << 30;
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|tar|tar\\.gz|tgz)");

    private final TrainerKind kind;
    private final Fetcher fetcher;
    private final CdnFiles files;

    Trainer(TrainerKind kind, Fetcher fetcher, CdnFiles files) {
        this.kind = kind;
        this.fetcher = fetcher;
        this.files = files;
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public Price price() {
        return new Price(kind.pricePerStep(), "steps");
    }

    @Override
    public List<Field> fields() {
        return kind.fields();
    }

    @Override
    public int steps(ObjectNode input) {
        return input.path("steps").isIntegralNumber() ? input.path("steps").intValue() : kind.usualSteps();
    }

    @Override
    public Output run(ObjectNode input, Instant expiry, Flaw flaw) throws ModelFailure {
        var archive = PhotoArchive.open(kind.archiveField(), fetch(input));
        archive.requirePhotos(kind.fewestPhotos());
        if (kind.wantsCaptions()
                && !archive.isWhollyCaptioned()
                && text(input, "default_caption").isEmpty()) {
            throw new ModelFailure(Problem.of(
                    "default_caption", "Some images have no caption and no default caption is given", "value_error"));
        }
        var lora =
                files.put("pytorch_lora_weights.safetensors", "application/octet-stream", lora(input, archive), expiry);
        var config = files.put("config.json", "application/json", config(input), expiry);
        var body = Json.object();
        body.set("diffusers_lora_file", file(lora, "pytorch_lora_weights.safetensors"));
        body.set("config_file", file(config, "config.json"));
        return new Output(body, Math.max(kind.fewestUnits(), steps(input)), List.of(lora, config));
    }

    private byte[] fetch(ObjectNode input) throws ModelFailure {
        var address = text(input, kind.archiveField());
        requireFormat(input, address);
        try {
            return fetcher.fetch(address, LARGEST_ARCHIVE);
        } catch (IOException unreachable) {
            throw new ModelFailure(Problem.of(
                    kind.archiveField(),
                    "Failed to download the file. Please check that the URL is accessible.",
                    "file_download_error"));
        }
    }

    private void requireFormat(ObjectNode input, String address) throws ModelFailure {
        if (!kind.infersFormat()) {
            return;
        }
        var format = text(input, "data_archive_format");
        var path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
        if (format.isEmpty() && !ARCHIVE.matcher(path).matches()) {
            throw new ModelFailure(
                    Problem.of(kind.archiveField(), "Could not infer the archive format from the URL", "value_error"));
        }
        if (!(format.isEmpty() ? path.endsWith(".zip") : format.equals("zip"))) {
            throw new ModelFailure(Problem.of(
                    "data_archive_format", "The simulator opens zip archives only", "feature_not_supported"));
        }
    }

    private byte[] lora(ObjectNode input, PhotoArchive archive) {
        var digest = archive.digest();
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("sim.trainer", kind.id());
        metadata.put("sim.trigger", trigger(input));
        metadata.put("sim.photos", Integer.toString(archive.count()));
        metadata.put("sim.photos_sha256", digest);
        var likeness =
                archive.images().isEmpty() ? Likeness.stranger(digest.hashCode()) : Likeness.of(archive.images());
        metadata.putAll(likeness.toMetadata());
        var prefix = text(input, "output_lora_format").equals("comfy") ? "diffusion_model" : "transformer";
        return Safetensors.write(prefix, metadata, digest.hashCode());
    }

    private byte[] config(ObjectNode input) {
        var config = Json.object()
                .put("instance_prompt", trigger(input))
                .put("trigger_phrase", trigger(input))
                .put("rank", 16)
                .put("steps", steps(input));
        config.set("config", input);
        return Json.bytes(config);
    }

    private String trigger(ObjectNode input) {
        var given = text(input, kind.triggerField());
        return given.isEmpty() ? kind.usualTrigger() : given;
    }

    private ObjectNode file(URI address, String name) {
        var file = files.at(address.toString());
        return Json.object()
                .put("url", address.toString())
                .put("content_type", file.map(CdnFile::type).orElse("application/octet-stream"))
                .put("file_name", name)
                .put("file_size", file.map(found -> found.bytes().length).orElse(0));
    }

    private static String text(ObjectNode input, String field) {
        return input.path(field).asString("");
    }
}
