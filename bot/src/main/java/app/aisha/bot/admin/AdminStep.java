package app.aisha.bot.admin;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;

/** What an administrator is asked to write. */
public sealed interface AdminStep extends Step {

    @Wire("adm.searching")
    record Searching() implements AdminStep {}

    /** What a change of somebody's credits needs: an amount and a reason, or a reason alone. */
    sealed interface Ordering extends AdminStep {

        UserId person();

        @Wire("adm.granting")
        record Granting(UserId person) implements Ordering {}

        @Wire("adm.taking")
        record Taking(UserId person) implements Ordering {}

        @Wire("adm.refunding")
        record Refunding(UserId person, long receipt) implements Ordering {}

        @Wire("adm.starsback")
        record RefundingStars(UserId person, PaymentId payment) implements Ordering {}
    }
}
