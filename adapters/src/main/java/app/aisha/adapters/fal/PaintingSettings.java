package app.aisha.adapters.fal;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.wallet.Prices.Quality;

/**
 * How FAL is asked for pictures.
 *
 * @param instant endpoint of pictures of photos without a training; it takes {@code image_urls} and {@code aspect_ratio}
 * @param flux for flux-lora and endpoints that are not named here, 1 to 50 steps
 * @param flux2 for flux-2, 4 to 50 steps
 * @param base for the generators on models that are not distilled: z-image/base, flux-2/klein
 * @param turbo for z-image/turbo, 1 to 8 steps
 * @param strength how strongly the weights of an avatar act; 1 is as trained
 */
public record PaintingSettings(
        String instant, Efforts flux, Efforts flux2, Efforts base, Efforts turbo, double strength) {

    /** The usual ones (fal.md 5.2 and 10). */
    public static final PaintingSettings USUAL = new PaintingSettings(
            "fal-ai/nano-banana/edit",
            new Efforts(new Effort(20, 3.5), new Effort(28, 3.5), new Effort(40, 3.5)),
            new Efforts(new Effort(20, 2.5), new Effort(28, 2.5), new Effort(40, 2.5)),
            new Efforts(new Effort(20, 5), new Effort(28, 5), new Effort(40, 5)),
            new Efforts(new Effort(4, 0), new Effort(6, 0), new Effort(8, 0)),
            1);

    /** Refuses what the endpoints would refuse. */
    public PaintingSettings {
        flux.within(1, 50);
        flux2.within(4, 50);
        base.within(1, 50);
        turbo.within(1, 8);
        if (strength < 0 || strength > 4) {
            throw new IllegalArgumentException("The strength of weights is 0 to 4, not " + strength);
        }
    }

    /**
     * How much is done for a picture.
     *
     * @param guidance how closely it keeps to the prompt; ignored by turbo endpoints
     */
    public record Effort(int steps, double guidance) {}

    /** The effort of each quality. */
    public record Efforts(Effort fast, Effort balanced, Effort quality) {

        Effort of(Quality chosen) {
            return switch (chosen) {
                case FAST -> fast;
                case BALANCED -> balanced;
                case QUALITY -> quality;
            };
        }

        private void within(int least, int most) {
            for (var chosen : Quality.values()) {
                var steps = of(chosen).steps();
                if (steps < least || steps > most) {
                    throw new IllegalArgumentException(
                            "%d to %d steps, not %d for %s".formatted(least, most, steps, chosen));
                }
            }
        }
    }

    /**
     * The size of pictures of photos, which is the endpoint's own affair: sides of whole 32, not quite of the ratio (Gemini's
     * table of aspect ratios).
     */
    public static PixelSize instantSize(AspectRatio ratio) {
        return switch (ratio) {
            case SQUARE -> new PixelSize(1024, 1024);
            case PORTRAIT -> new PixelSize(864, 1184);
            case LANDSCAPE -> new PixelSize(1184, 864);
            case TALL -> new PixelSize(768, 1344);
            case WIDE -> new PixelSize(1344, 768);
        };
    }
}
