package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.LedgerQuery.Reach.ANY;
import static app.aisha.adapters.postgres.LedgerQuery.Reach.PRESENT;
import static app.aisha.adapters.postgres.LedgerQuery.Reach.RECENT;
import static app.aisha.adapters.postgres.LedgerQuery.Reach.WHOLE;

import app.aisha.core.wallet.Finding.Kind;
import java.util.List;

/**
 * Whether the ledger agrees with itself. Nothing here asks once per row: a whole look reads each table a few times from one end to
 * the other, a recent one finds its rows by index.
 */
final class LedgerQueries {

    private static final LedgerQuery TRANSACTION_UNBALANCED = new LedgerQuery(Kind.TRANSACTION_UNBALANCED, ANY, """
        SELECT booked.id AS subject, format('Ledger transaction %s has %s entries that add up to %s.',
            booked.id, count(entry.amount), coalesce(sum(entry.amount), 0)) AS sentence
        FROM ledger_transactions booked LEFT JOIN ledger_entries entry ON entry.transaction_id = booked.id
        WHERE {transactions}
        GROUP BY booked.id HAVING count(entry.amount) < 2 OR sum(entry.amount) <> 0
        """);

    private static final LedgerQuery LEDGER_UNBALANCED = new LedgerQuery(Kind.LEDGER_UNBALANCED, WHOLE, """
        SELECT 'ledger' AS subject, format('All entries together add up to %s.', sum(amount)) AS sentence
        FROM ledger_entries HAVING sum(amount) <> 0
        """);

    private static final LedgerQuery WALLET_DIFFERS = new LedgerQuery(Kind.WALLET_DIFFERS, WHOLE, """
        SELECT wallet.id AS subject, format(
            'Wallet %s has %s free, %s held and version %s; its entries add up to %s free, %s held and version %s.',
            wallet.id, wallet.free, wallet.held, wallet.version,
            coalesce(summed.free, 0), coalesce(summed.held, 0), coalesce(counted.number, 0)) AS sentence
        FROM wallets wallet
        LEFT JOIN (
            SELECT wallet_id, sum(amount) FILTER (WHERE account = 'user') AS free,
                sum(amount) FILTER (WHERE account = 'escrow') AS held
            FROM ledger_entries GROUP BY wallet_id) summed ON summed.wallet_id = wallet.id
        LEFT JOIN (
            SELECT wallet_id, max(number) AS number
            FROM ledger_transactions GROUP BY wallet_id) counted ON counted.wallet_id = wallet.id
        WHERE wallet.free <> coalesce(summed.free, 0) OR wallet.held <> coalesce(summed.held, 0)
            OR wallet.version <> coalesce(counted.number, 0)
        """);

    /** By the latest transaction, which stands for the others as long as each continues the one before. */
    private static final LedgerQuery WALLET_DIFFERS_LATELY = new LedgerQuery(Kind.WALLET_DIFFERS, RECENT, """
        SELECT wallet.id AS subject, format(
            'Wallet %s has %s free and version %s; its latest transaction left %s free and is number %s.',
            wallet.id, wallet.free, wallet.version, latest.free_after, latest.number) AS sentence
        FROM wallets wallet
        CROSS JOIN LATERAL (
            SELECT number, free_after FROM ledger_transactions
            WHERE wallet_id = wallet.id ORDER BY number DESC LIMIT 1) latest
        WHERE {wallets} AND (wallet.free <> latest.free_after OR wallet.version <> latest.number)
        """);

    private static final LedgerQuery NUMBER_MISSING = new LedgerQuery(Kind.NUMBER_MISSING, ANY, """
        SELECT booked.id AS subject, format('Ledger transaction %s is number %s of wallet %s, and there is no number %s.',
            booked.id, booked.number, booked.wallet_id, booked.number - 1) AS sentence
        FROM ledger_transactions booked
        LEFT JOIN ledger_transactions earlier
            ON earlier.wallet_id = booked.wallet_id AND earlier.number = booked.number - 1
        WHERE {transactions} AND booked.number > 1 AND earlier.id IS NULL
        """);

    private static final LedgerQuery FREE_AFTER_DIFFERS = new LedgerQuery(Kind.FREE_AFTER_DIFFERS, ANY, """
        SELECT booked.id AS subject, format(
            'Ledger transaction %s, number %s of wallet %s, says %s were free after it; %s before and %s by it make another sum.',
            booked.id, booked.number, booked.wallet_id, booked.free_after,
            coalesce(earlier.free_after, 0), coalesce(entry.amount, 0)) AS sentence
        FROM ledger_transactions booked
        LEFT JOIN ledger_transactions earlier
            ON earlier.wallet_id = booked.wallet_id AND earlier.number = booked.number - 1
        LEFT JOIN ledger_entries entry ON entry.transaction_id = booked.id AND entry.account = 'user'
        WHERE {transactions} AND (booked.number = 1 OR earlier.id IS NOT NULL)
            AND booked.free_after <> coalesce(earlier.free_after, 0) + coalesce(entry.amount, 0)
        """);

    private static final LedgerQuery NEGATIVE_BALANCE = new LedgerQuery(Kind.NEGATIVE_BALANCE, ANY, """
        SELECT poor.id AS subject, format('Wallet %s has or had less than nothing.', poor.id) AS sentence
        FROM (
            SELECT wallet.id FROM wallets wallet WHERE {wallets} AND (wallet.free < 0 OR wallet.held < 0)
            UNION
            SELECT booked.wallet_id FROM ledger_transactions booked WHERE {transactions} AND booked.free_after < 0) poor
        """);

    private static final LedgerQuery ESCROW_DIFFERS = new LedgerQuery(Kind.ESCROW_DIFFERS, ANY, """
        SELECT wallet.id AS subject, format('Wallet %s holds %s; its open holds add up to %s.',
            wallet.id, wallet.held, coalesce(open.amount, 0)) AS sentence
        FROM wallets wallet
        LEFT JOIN (
            SELECT wallet_id, sum(amount) AS amount
            FROM holds WHERE status = 'open' GROUP BY wallet_id) open ON open.wallet_id = wallet.id
        WHERE {wallets} AND wallet.held <> coalesce(open.amount, 0)
        """);

    private static final LedgerQuery OPENING_DIFFERS = new LedgerQuery(Kind.OPENING_DIFFERS, ANY, """
        SELECT hold.id AS subject, format('Hold %s of %s was opened by %s transactions that set %s aside.',
            hold.id, hold.amount, count(booked.id), coalesce(sum(entry.amount), 0)) AS sentence
        FROM holds hold
        LEFT JOIN ledger_transactions booked ON booked.hold_id = hold.id AND booked.kind = 'hold'
        LEFT JOIN ledger_entries entry ON entry.transaction_id = booked.id AND entry.account = 'escrow'
        WHERE {holds}
        GROUP BY hold.id HAVING count(booked.id) <> 1 OR coalesce(sum(entry.amount), 0) <> hold.amount
        """);

    private static final LedgerQuery ENDING_DIFFERS = new LedgerQuery(Kind.ENDING_DIFFERS, ANY, """
        SELECT hold.id AS subject, format(
            'Hold %s is %s with %s charged; it was ended by %s transactions (%s) that charged %s.',
            hold.id, hold.status, hold.charged, count(booked.id), coalesce(string_agg(booked.kind::text, ', '), 'none'),
            coalesce(sum(entry.amount), 0)) AS sentence
        FROM holds hold
        LEFT JOIN ledger_transactions booked ON booked.hold_id = hold.id AND booked.kind IN ('capture', 'void')
        LEFT JOIN ledger_entries entry ON entry.transaction_id = booked.id AND entry.account = 'revenue'
        WHERE {holds}
        GROUP BY hold.id
        HAVING coalesce(sum(entry.amount), 0) <> hold.charged
            OR count(booked.id) FILTER (WHERE booked.kind = 'capture') <> (hold.status = 'captured')::int
            OR count(booked.id) FILTER (WHERE booked.kind = 'void') <> (hold.status = 'voided')::int
        """);

    private static final LedgerQuery REFUNDS_DIFFER = new LedgerQuery(Kind.REFUNDS_DIFFER, ANY, """
        SELECT hold.id AS subject, format('Hold %s says %s of it were given back; its refunds add up to %s.',
            hold.id, hold.refunded, coalesce(-sum(entry.amount), 0)) AS sentence
        FROM holds hold
        LEFT JOIN ledger_transactions booked ON booked.hold_id = hold.id AND booked.kind = 'refund'
        LEFT JOIN ledger_entries entry ON entry.transaction_id = booked.id AND entry.account = 'revenue'
        WHERE {holds}
        GROUP BY hold.id HAVING coalesce(-sum(entry.amount), 0) <> hold.refunded
        """);

    private static final LedgerQuery HOLD_OVERDUE = new LedgerQuery(Kind.HOLD_OVERDUE, PRESENT, """
        SELECT hold.id AS subject, format('Hold %s of %s is open; the %s it is for had to be over by %s UTC.',
            hold.id, hold.amount, hold.purpose, to_char(hold.deadline AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')) AS sentence
        FROM holds hold WHERE hold.status = 'open' AND hold.deadline < :now
        """);

    static final List<LedgerQuery> ALL = List.of(
            TRANSACTION_UNBALANCED,
            LEDGER_UNBALANCED,
            WALLET_DIFFERS,
            WALLET_DIFFERS_LATELY,
            NUMBER_MISSING,
            FREE_AFTER_DIFFERS,
            NEGATIVE_BALANCE,
            ESCROW_DIFFERS,
            OPENING_DIFFERS,
            ENDING_DIFFERS,
            REFUNDS_DIFFER,
            HOLD_OVERDUE);

    private LedgerQueries() {}
}
