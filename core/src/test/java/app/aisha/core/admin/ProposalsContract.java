package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps proposals promises. */
public interface ProposalsContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    ChatId OLGA = new ChatId(1L << 51);
    ChatId ANOTHER = new ChatId(8);

    Proposals proposals();

    /** Somebody that orders may be about. */
    UserId someone();

    /** A payment of this person's. */
    PaymentId paidBy(UserId buyer);

    private Proposal added(Order order) {
        var proposal = new Proposal(new OrderId(UUID.randomUUID()), OLGA, order, NOON);
        proposals().add(proposal);
        return proposal;
    }

    private Order grant() {
        return new Order.GrantCredits(someone(), Order.MOST, new Reason("it's \"lost\" <3"));
    }

    @Test
    default void everyOrderComesBackAsItWas() {
        var grant = added(grant());
        var take = added(new Order.TakeCredits(someone(), new Credits(1), new Reason("by mistake")));
        var refund = added(new Order.RefundCharge(someone(), 1L << 40, new Credits(7), new Reason("sorry")));

        var buyer = someone();
        var stars = added(new Order.RefundStars(buyer, paidBy(buyer), new Credits(9), new Reason("unhappy")));

        assertThat(proposals().find(grant.id(), OLGA)).contains(grant);
        assertThat(proposals().find(stars.id(), OLGA)).contains(stars);
        assertThat(proposals().find(take.id(), OLGA)).contains(take);
        assertThat(proposals().find(refund.id(), OLGA)).contains(refund);
    }

    @Test
    default void nobodyElseFindsOrWithdrawsIt() {
        var grant = added(grant());

        proposals().withdraw(grant.id(), ANOTHER);

        assertThat(proposals().find(grant.id(), ANOTHER)).isEmpty();
        assertThat(proposals().find(grant.id(), OLGA)).contains(grant);
    }

    @Test
    default void whatWasWithdrawnIsGone() {
        var grant = added(grant());
        var other = added(grant());

        proposals().withdraw(grant.id(), OLGA);
        proposals().withdraw(grant.id(), OLGA);

        assertThat(proposals().find(grant.id(), OLGA)).isEmpty();
        assertThat(proposals().find(other.id(), OLGA)).contains(other);
    }
}
