package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.wallet.Prices.Quality;

/**
 * All that decides what a picture looks like; a painter makes the same of the same.
 *
 * @param prompt what the painter is told, the avatar's trigger in it
 * @param seed 0 up to {@link #LARGEST_SEED}
 */
public record Recipe(Subject subject, String prompt, AspectRatio ratio, Quality quality, long seed) {

    /** What every painter and every JSON reader takes. */
    public static final long LARGEST_SEED = Integer.MAX_VALUE;
}
