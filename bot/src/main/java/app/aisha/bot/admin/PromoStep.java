package app.aisha.bot.admin;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;

/** What an administrator is asked to write about promo codes. */
public sealed interface PromoStep extends Step {

    /** A code with what it is worth and its limits. */
    @Wire("adm.promo.naming")
    record Creating() implements PromoStep {}
}
