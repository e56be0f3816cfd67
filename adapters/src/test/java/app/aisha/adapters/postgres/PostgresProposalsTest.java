package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.Proposal;
import app.aisha.core.admin.Proposals;
import app.aisha.core.admin.ProposalsContract;
import app.aisha.core.admin.Reason;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresProposalsTest implements ProposalsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));
    private final PostgresProposals proposals = new PostgresProposals(DATABASE);

    @Override
    public Proposals proposals() {
        return proposals;
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    @Override
    public PaymentId paidBy(UserId buyer) {
        var id = new PaymentId(UUID.randomUUID());
        new PostgresStarPayments(DATABASE)
                .add(new StarPayment.Paid(new StarPayment.Heading(
                        id,
                        Optional.of(buyer),
                        new StarCharge("charge-" + id.value(), 9),
                        new Sold(new Credits(9), Credits.NONE),
                        NOON,
                        0)));
        return id;
    }

    @Test
    void whatIsOldIsForgotten() {
        var made = Instant.parse("2000-01-01T00:00:00Z");
        var order = new Order.GrantCredits(someone(), Order.MOST, new Reason("because"));
        var old = new Proposal(new OrderId(UUID.randomUUID()), OLGA, order, made);
        proposals.add(old);

        assertThat(proposals.forgetMadeBefore(made.atOffset(ZoneOffset.UTC))).isZero();
        assertThat(proposals.forgetMadeBefore(made.plusMillis(1).atOffset(ZoneOffset.UTC)))
                .isEqualTo(1);
        assertThat(proposals.find(old.id(), OLGA)).isEmpty();
    }
}
