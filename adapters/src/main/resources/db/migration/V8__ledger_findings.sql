-- What the reconciliation found. A finding that comes back after it was gone is a new one.
CREATE TABLE ledger_findings (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    subject    text        NOT NULL,
    sentence   text        NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    gone_at    timestamptz
);

CREATE UNIQUE INDEX ix_ledger_findings_present ON ledger_findings (kind, subject) WHERE gone_at IS NULL;

CREATE INDEX ix_user_transcripts_working ON user_transcripts (hold_id) WHERE status = 'working' AND hold_id IS NOT NULL;

-- Entries that came to an older transaction and added up by themselves used to pass: now the number has to be one of those
-- that this statement brought.
CREATE OR REPLACE FUNCTION carry_entries_into_wallets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE wallets SET free = wallets.free + fresh.free, held = wallets.held + fresh.held, version = wallets.version + fresh.steps
    FROM (
        SELECT wallet_id,
            coalesce(sum(amount) FILTER (WHERE account = 'user'), 0) AS free,
            coalesce(sum(amount) FILTER (WHERE account = 'escrow'), 0) AS held,
            count(DISTINCT transaction_id) AS steps
        FROM entries GROUP BY wallet_id) fresh
    WHERE wallets.id = fresh.wallet_id;
    IF EXISTS (
        SELECT 1 FROM entries
            JOIN ledger_transactions booked ON booked.id = entries.transaction_id
            JOIN wallets ON wallets.id = entries.wallet_id
            JOIN (SELECT wallet_id, count(DISTINCT transaction_id) AS steps FROM entries GROUP BY wallet_id) fresh
                ON fresh.wallet_id = wallets.id
        WHERE booked.wallet_id <> wallets.id
            OR booked.number > wallets.version OR booked.number <= wallets.version - fresh.steps
            OR (booked.number = wallets.version AND booked.free_after <> wallets.free)) THEN
        RAISE EXCEPTION 'A ledger transaction does not follow its wallet' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
