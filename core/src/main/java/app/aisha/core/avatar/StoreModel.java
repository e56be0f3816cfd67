package app.aisha.core.avatar;

import app.aisha.core.avatar.TrainingReport.ResultFile;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies what a trainer made to our store and looks whether it is whole. */
public final class StoreModel {

    /** Weights of the trainers in use have 90 to 350 MB. */
    private static final long LARGEST_MODEL = 2L << 30;

    private static final long LARGEST_CONFIG = 5 << 20;

    private final AvatarTrainer trainer;
    private final MediaStore media;

    public StoreModel(AvatarTrainer trainer, MediaStore media) {
        this.trainer = trainer;
        this.media = media;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Stored(AvatarModel model) implements Outcome {}

        /** The trainer's file is not what it should be; it may be another time. */
        record Unusable(String why) implements Outcome {}
    }

    Outcome store(Avatar.Storing storing, Path folder)
            throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        var lora = folder.resolve("lora.safetensors");
        var config = folder.resolve("config.json");
        if (fetch(storing.result().lora(), lora, LARGEST_MODEL) instanceof Fetched.Unusable(var why)) {
            return new Outcome.Unusable("weights: " + why);
        }
        if (fetch(storing.result().config(), config, LARGEST_CONFIG) instanceof Fetched.Unusable(var why)) {
            return new Outcome.Unusable("config: " + why);
        }
        try {
            var header = Safetensors.read(lora);
            return header.isEmpty()
                    ? new Outcome.Unusable("weights: not whole")
                    : new Outcome.Stored(keep(storing, header.get(), lora, config));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what was fetched", e);
        }
    }

    private Fetched fetch(ResultFile file, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        var fetched = trainer.fetch(file.address(), target, limit);
        return fetched instanceof Fetched.Stored(var bytes)
                        && file.bytes().isPresent()
                        && file.bytes().getAsLong() != bytes
                ? new Fetched.Unusable(
                        "%d bytes instead of %d".formatted(bytes, file.bytes().getAsLong()))
                : fetched;
    }

    private AvatarModel keep(Avatar.Storing storing, Safetensors header, Path lora, Path config)
            throws IOException, MediaUnavailable {
        var folder = "users/%s/avatars/%s/model"
                .formatted(storing.owner().value(), storing.id().value());
        var loraKey = new MediaKey(folder + "/lora.safetensors");
        var configKey = new MediaKey(folder + "/config.json");
        media.put(configKey, config, "application/json");
        media.put(loraKey, lora, "application/octet-stream");
        return new AvatarModel(
                loraKey,
                configKey,
                digest(lora),
                Files.size(lora),
                header.rank(),
                storing.result().lora().address(),
                storing.result().config().address());
    }

    private static String digest(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
