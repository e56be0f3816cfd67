package app.aisha.adapters.postgres;

import app.aisha.core.wallet.Finding;

/**
 * A question to the database whose every answer is a finding: {@code subject} and {@code sentence}. It calls ledger
 * transactions {@code booked}, wallets {@code wallet} and holds {@code hold} where it leaves room for {@code {transactions}},
 * {@code {wallets}} or {@code {holds}}, the condition that restricts them.
 */
record LedgerQuery(Finding.Kind kind, Reach reach, String sql) {

    private static final String OPEN = "FROM holds WHERE status = 'open'";
    private static final String RECENT = "FROM ledger_transactions WHERE created_at >= :since";

    /** What a question is good for. */
    enum Reach {
        /** Looks at the present only, the same in both depths. */
        PRESENT,
        /** Looks at everything or, restricted, at what was changed lately. */
        ANY,
        /** Makes sense for everything only. */
        WHOLE,
        /** Stands in for a question about everything with a cheaper one about what was changed lately. */
        RECENT
    }

    boolean servesRecent() {
        return reach != Reach.WHOLE;
    }

    boolean servesWhole() {
        return reach != Reach.RECENT;
    }

    /** Whether a recent look leaves nothing of it out. */
    boolean seesAllOfThePresent() {
        return reach == Reach.PRESENT;
    }

    /** About everything. */
    String whole() {
        return restricted("true", "true", "true");
    }

    /** About what was changed after {@code :since}, and open holds. Each condition is a look into an index. */
    String recent() {
        return restricted(
                "booked.created_at >= :since",
                "wallet.id IN (SELECT wallet_id %s UNION SELECT wallet_id %s)".formatted(RECENT, OPEN),
                "hold.id IN (SELECT hold_id %s AND hold_id IS NOT NULL UNION SELECT id %s)".formatted(RECENT, OPEN));
    }

    private String restricted(String transactions, String wallets, String holds) {
        return sql.replace("{transactions}", transactions)
                .replace("{wallets}", wallets)
                .replace("{holds}", holds);
    }
}
