package app.aisha.core.payment;

/**
 * A package as one person can have it now.
 *
 * @param listed the package as everybody sees it
 * @param sold with the bonus of the person's promo code
 * @param stars price after the discount of the person's promo code
 */
public record Offer(StarPackage listed, Sold sold, int stars) {

    public boolean isDiscounted() {
        return stars < listed.stars();
    }
}
