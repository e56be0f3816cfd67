package app.aisha.bot.admin;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.payment.PromoCodeId;
import java.util.Optional;

/** Buttons of administrators about promo codes. */
public sealed interface PromoAction extends Action {

    /**
     * Opens a page of the codes.
     *
     * @param from the newest to show; empty for the first page
     */
    @Wire("adm.promos")
    record OpenPromos(Optional<PromoCodeId> from) implements PromoAction {

        static OpenPromos first() {
            return new OpenPromos(Optional.empty());
        }
    }

    @Wire("adm.promo")
    record OpenPromo(PromoCodeId promo) implements PromoAction {}

    @Wire("adm.promo.new")
    record Create() implements PromoAction {}

    /** Asks whether to end it. */
    @Wire("adm.promo.end")
    record End(PromoCodeId promo) implements PromoAction {}

    @Wire("adm.promo.ended")
    record ConfirmEnd(PromoCodeId promo) implements PromoAction {}
}
