package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import java.util.UUID;

class InMemoryProposalsTest implements ProposalsContract {

    private final Proposals proposals = new InMemoryProposals();

    @Override
    public Proposals proposals() {
        return proposals;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    public PaymentId paidBy(UserId buyer) {
        return new PaymentId(UUID.randomUUID());
    }
}
