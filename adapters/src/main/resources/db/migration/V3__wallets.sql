CREATE TYPE ledgeraccount AS ENUM ('user', 'escrow', 'revenue', 'stars', 'promo', 'gift', 'admin', 'writeoff');
CREATE TYPE ledgerkind AS ENUM (
    'gift', 'purchase', 'bonus', 'promo', 'grant', 'take', 'stars_refund', 'hold', 'capture', 'void', 'refund');
CREATE TYPE purposekind AS ENUM ('transcript', 'avatar', 'picture');
CREATE TYPE holdstatus AS ENUM ('open', 'captured', 'voided');

-- The ledger outlives the people: a wallet whose person is gone names nobody.
CREATE TABLE wallets (
    id      uuid PRIMARY KEY,
    user_id uuid UNIQUE REFERENCES users ON DELETE SET NULL,
    free    bigint NOT NULL DEFAULT 0,
    held    bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 0,
    CONSTRAINT nobody_owes_credits CHECK (free >= 0 AND held >= 0)
);

CREATE TABLE quotes (
    id          uuid PRIMARY KEY,
    user_id     uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    purpose     purposekind NOT NULL,
    subject     uuid        NOT NULL,
    price       bigint      NOT NULL CHECK (price > 0),
    valid_until timestamptz NOT NULL
);

CREATE INDEX ix_quotes_user ON quotes (user_id);

CREATE TABLE holds (
    id        uuid PRIMARY KEY,
    wallet_id uuid        NOT NULL REFERENCES wallets,
    purpose   purposekind NOT NULL,
    subject   uuid        NOT NULL,
    amount    bigint      NOT NULL CHECK (amount > 0),
    status    holdstatus  NOT NULL,
    charged   bigint      NOT NULL DEFAULT 0,
    refunded  bigint      NOT NULL DEFAULT 0,
    reason    text,
    opened_at timestamptz NOT NULL,
    deadline  timestamptz NOT NULL,
    ended_at  timestamptz,
    CONSTRAINT an_open_hold_has_not_ended CHECK ((status = 'open') = (ended_at IS NULL)),
    CONSTRAINT only_a_captured_hold_is_charged CHECK (
        CASE status WHEN 'captured' THEN charged BETWEEN 1 AND amount ELSE charged = 0 END),
    CONSTRAINT only_a_voided_hold_has_a_reason CHECK ((status = 'voided') = (reason IS NOT NULL)),
    CONSTRAINT no_more_is_refunded_than_was_charged CHECK (refunded BETWEEN 0 AND charged)
);

CREATE UNIQUE INDEX ix_holds_open ON holds (purpose, subject) WHERE status = 'open';
CREATE INDEX ix_holds_wallet ON holds (wallet_id);

CREATE TABLE ledger_transactions (
    id              uuid PRIMARY KEY,
    wallet_id       uuid        NOT NULL REFERENCES wallets,
    number          bigint      NOT NULL CHECK (number > 0),
    kind            ledgerkind  NOT NULL,
    idempotency_key text        NOT NULL UNIQUE,
    hold_id         uuid REFERENCES holds,
    note            text        NOT NULL,
    free_after      bigint      NOT NULL CHECK (free_after >= 0),
    created_at      timestamptz NOT NULL,
    UNIQUE (wallet_id, number)
);

CREATE INDEX ix_ledger_transactions_hold ON ledger_transactions (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX ix_ledger_transactions_created_at ON ledger_transactions (created_at);

CREATE TABLE ledger_entries (
    transaction_id uuid          NOT NULL REFERENCES ledger_transactions,
    account        ledgeraccount NOT NULL,
    wallet_id      uuid          NOT NULL REFERENCES wallets,
    amount         bigint        NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (transaction_id, account)
);

CREATE INDEX ix_ledger_entries_wallet ON ledger_entries (wallet_id);

CREATE FUNCTION refuse_to_change_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER the_ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_ledger();
CREATE TRIGGER the_ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_ledger();

-- A wallet holds what its entries add up to because nothing else writes it. The entries of a transaction come in one
-- statement.
CREATE FUNCTION carry_entries_into_wallets() RETURNS trigger LANGUAGE plpgsql AS $$
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
        WHERE booked.wallet_id <> wallets.id OR booked.number > wallets.version
            OR (booked.number = wallets.version AND booked.free_after <> wallets.free)) THEN
        RAISE EXCEPTION 'A ledger transaction does not follow its wallet' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entries_change_wallets AFTER INSERT ON ledger_entries
    REFERENCING NEW TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION carry_entries_into_wallets();

CREATE FUNCTION refuse_what_does_not_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry_count integer;
    entry_sum   numeric;
BEGIN
    SELECT count(*), coalesce(sum(amount), 0) INTO entry_count, entry_sum
    FROM ledger_entries WHERE transaction_id = NEW.id;
    IF entry_count < 2 OR entry_sum <> 0 THEN
        RAISE EXCEPTION 'Ledger transaction % has % entries that add up to %', NEW.id, entry_count, entry_sum
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entries_add_up_to_zero AFTER INSERT ON ledger_transactions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_what_does_not_add_up();

-- An entry that came to a transaction later would escape the check above.
CREATE FUNCTION refuse_late_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry_sum numeric;
BEGIN
    SELECT sum(amount) INTO entry_sum FROM ledger_entries WHERE transaction_id = NEW.transaction_id;
    IF entry_sum <> 0 THEN
        RAISE EXCEPTION 'The entries of ledger transaction % add up to %', NEW.transaction_id, entry_sum
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER late_entries_add_up_too AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_late_entries();

ALTER TABLE user_transcripts
    ADD COLUMN quote_id            uuid,
    ADD COLUMN hold_id             uuid,
    ADD COLUMN held                bigint,
    ADD COLUMN tariff_minute       bigint,
    ADD COLUMN tariff_free_millis  bigint,
    ADD COLUMN started_at          timestamptz,
    ADD COLUMN charged             bigint,
    ADD COLUMN returned            bigint;

UPDATE user_transcripts SET started_at = created_at WHERE status = 'working';

ALTER TABLE user_transcripts
    ADD CONSTRAINT a_waiting_transcript_has_its_quote CHECK (
        status <> 'waiting' OR (quote_id IS NOT NULL AND original_key IS NOT NULL AND length_millis > 0)),
    ADD CONSTRAINT a_working_transcript_has_begun CHECK (status <> 'working' OR started_at IS NOT NULL),
    ADD CONSTRAINT a_hold_has_its_terms CHECK (
        (hold_id IS NULL) = (held IS NULL) AND (status <> 'working' OR hold_id IS NULL
        OR (tariff_minute IS NOT NULL AND tariff_free_millis IS NOT NULL)));

CREATE INDEX ix_user_transcripts_hold ON user_transcripts (hold_id) WHERE hold_id IS NOT NULL;
