package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.wallet.Prices.Quality;
import java.net.URI;
import java.util.List;

/**
 * One picture to be asked for.
 *
 * @param endpoint such as {@code fal-ai/flux-lora}
 * @param seed tells this order from others where the painter lists what it was asked for
 */
public record PaintingOrder(
        String endpoint,
        Ingredients ingredients,
        String prompt,
        AspectRatio ratio,
        PixelSize size,
        Quality quality,
        long seed) {

    /** Whom the painter shall know. */
    public sealed interface Ingredients {

        /** The weights of an avatar, where the painter finds them. */
        record Model(URI lora) implements Ingredients {}

        /** Photos, where the painter finds them. */
        record Photos(List<URI> photos) implements Ingredients {

            public Photos {
                photos = List.copyOf(photos);
            }
        }
    }
}
