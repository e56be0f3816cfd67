CREATE TYPE adminact AS ENUM ('grant', 'take', 'refund', 'refund_stars', 'create_promo', 'end_promo');

-- Its entries outlive the people: user_id may name somebody who is gone.
CREATE TABLE audit_log (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    admin_chat bigint,
    operator   text,
    act        adminact    NOT NULL,
    user_id    uuid,
    amount     bigint      NOT NULL CHECK (amount >= 0),
    reason     text        NOT NULL,
    details    text        NOT NULL,
    CONSTRAINT somebody_did_it CHECK (num_nonnulls(admin_chat, operator) = 1)
);

CREATE INDEX ix_audit_log_at ON audit_log (at DESC, id DESC);
CREATE INDEX ix_audit_log_user ON audit_log (user_id, at DESC, id DESC) WHERE user_id IS NOT NULL;

CREATE FUNCTION refuse_to_change_the_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER the_audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit_log();

-- Orders that an administrator was shown. The id becomes that of the entry in audit_log.
CREATE TABLE proposals (
    id         uuid PRIMARY KEY,
    admin_chat bigint      NOT NULL,
    act        adminact    NOT NULL,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    amount     bigint      NOT NULL CHECK (amount > 0),
    receipt    bigint,
    payment_id uuid REFERENCES star_payments,
    reason     text        NOT NULL,
    made_at    timestamptz NOT NULL,
    CONSTRAINT only_orders_are_proposed CHECK (act IN ('grant', 'take', 'refund', 'refund_stars')),
    CONSTRAINT only_a_refund_names_a_receipt CHECK ((act = 'refund') = (receipt IS NOT NULL)),
    CONSTRAINT only_a_refund_of_stars_names_a_payment CHECK ((act = 'refund_stars') = (payment_id IS NOT NULL))
);

CREATE INDEX ix_proposals_user ON proposals (user_id);
CREATE INDEX ix_proposals_payment ON proposals (payment_id) WHERE payment_id IS NOT NULL;
