package app.aisha.core.payment;

import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import java.util.List;
import java.util.Optional;

/** What is sold for Telegram Stars in this installation. */
public record Shop(Prices prices, List<StarPackage> packages) {

    public Shop {
        packages = List.copyOf(packages);
        if (packages.isEmpty()) {
            throw new IllegalArgumentException("A shop without a package");
        }
    }

    /** False where nothing costs credits, so that nobody needs to buy any. */
    public boolean isOpen() {
        return prices.areListed();
    }

    /** Every package, as this promo code changes it. */
    public List<Offer> offers(Optional<PromoCode> promo) {
        return packages.stream().map(it -> offer(it, promo)).toList();
    }

    static Offer offer(StarPackage listed, Optional<PromoCode> promo) {
        return switch (promo.map(PromoCode::benefit).orElse(null)) {
            case null -> plain(listed);
            case PromoCode.Benefit.Balance _ -> plain(listed);
            case PromoCode.Benefit.Bonus bonus ->
                new Offer(listed, new Sold(listed.credits(), bonus.on(listed.credits())), listed.stars());
            case PromoCode.Benefit.Discount discount ->
                new Offer(listed, new Sold(listed.credits(), Credits.NONE), discount.on(listed.stars()));
        };
    }

    private static Offer plain(StarPackage listed) {
        return new Offer(listed, new Sold(listed.credits(), Credits.NONE), listed.stars());
    }

    /** What stars are worth where nobody knows any more what they were paid for: the rate of the first package. */
    Sold worth(int stars) {
        var first = packages.getFirst();
        var credits = first.credits().amount() * stars / first.stars();
        return new Sold(new Credits(Math.max(1, credits)), Credits.NONE);
    }
}
