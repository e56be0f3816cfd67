package app.aisha.core.avatar;

import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.QuoteId;
import java.util.Optional;

/**
 * What an owner is asked to agree to.
 *
 * @param quote empty where it costs nothing
 */
public record TrainingOffer(Quality preset, Optional<QuoteId> quote) {}
