package app.aisha.core.payment;

import app.aisha.core.account.User;

class TwinMarketTest implements PaymentRules, RefundRules, PromoRules, StarPaymentsContract {

    private final Market market = Market.ofTwins();

    @Override
    public Market market() {
        return market;
    }

    @Override
    public void deleteAccount(User user, StarOrder order) {
        ((InMemoryStarOrders) market.stores.orders()).lose(order.id());
    }
}
