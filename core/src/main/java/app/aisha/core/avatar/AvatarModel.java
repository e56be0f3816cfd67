package app.aisha.core.avatar;

import app.aisha.core.media.MediaKey;
import java.net.URI;
import java.util.OptionalInt;

/**
 * A trained model in our store.
 *
 * @param lora its weights, checked
 * @param config what the trainer says about them
 * @param digest SHA-256 of the weights, in hex
 * @param bytes size of the weights
 * @param rank of the low-rank matrices, where the weights tell
 * @param loraAt where the trainer keeps its copy; only a cache
 */
public record AvatarModel(
        MediaKey lora, MediaKey config, String digest, long bytes, OptionalInt rank, URI loraAt, URI configAt) {

    AvatarModel at(URI address) {
        return new AvatarModel(lora, config, digest, bytes, rank, address, configAt);
    }
}
