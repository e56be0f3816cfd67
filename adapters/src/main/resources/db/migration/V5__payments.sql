ALTER TYPE ledgerkind ADD VALUE 'refund_failed' AFTER 'stars_refund';

CREATE TYPE promobenefit AS ENUM ('balance', 'bonus', 'discount');
CREATE TYPE redemptionstatus AS ENUM ('credited', 'active', 'consumed', 'dropped', 'lapsed');
CREATE TYPE paymentstatus AS ENUM ('paid', 'refunding', 'refunded');

CREATE TABLE promo_codes (
    id          uuid PRIMARY KEY,
    code        text         NOT NULL UNIQUE CHECK (code = upper(code) AND char_length(code) BETWEEN 3 AND 40),
    benefit     promobenefit NOT NULL,
    worth       bigint       NOT NULL CHECK (worth > 0),
    total_limit integer CHECK (total_limit > 0),
    user_limit  integer      NOT NULL CHECK (user_limit > 0),
    valid_from  timestamptz  NOT NULL,
    valid_until timestamptz CHECK (valid_until > valid_from),
    ended_at    timestamptz,
    uses        integer      NOT NULL DEFAULT 0,
    CONSTRAINT a_code_is_not_used_more_often_than_allowed CHECK (uses >= 0 AND uses <= coalesce(total_limit, uses))
);

CREATE TABLE promo_redemptions (
    id          uuid PRIMARY KEY,
    code_id     uuid             NOT NULL REFERENCES promo_codes,
    user_id     uuid             NOT NULL REFERENCES users ON DELETE CASCADE,
    ordinal     integer          NOT NULL CHECK (ordinal > 0),
    status      redemptionstatus NOT NULL,
    redeemed_at timestamptz      NOT NULL
);

-- A dropped use is as if it had never been.
CREATE UNIQUE INDEX ix_promo_redemptions_use ON promo_redemptions (code_id, user_id, ordinal) WHERE status <> 'dropped';
CREATE UNIQUE INDEX ix_promo_redemptions_active ON promo_redemptions (user_id) WHERE status = 'active';
CREATE INDEX ix_promo_redemptions_user ON promo_redemptions (user_id);

-- A payment outlives its buyer and names nobody then; its charge is never credited again.
CREATE TABLE star_payments (
    id            uuid PRIMARY KEY,
    user_id       uuid REFERENCES users ON DELETE SET NULL,
    charge        text          NOT NULL UNIQUE,
    stars         integer       NOT NULL CHECK (stars > 0),
    credits       bigint        NOT NULL CHECK (credits > 0),
    bonus         bigint        NOT NULL CHECK (bonus >= 0),
    paid_at       timestamptz   NOT NULL,
    version       integer       NOT NULL,
    status        paymentstatus NOT NULL,
    ordered_by    uuid REFERENCES users ON DELETE SET NULL,
    refund_reason text,
    taken         bigint,
    written_off   bigint,
    CONSTRAINT a_refund_says_what_it_took CHECK (
        (status = 'paid') = (refund_reason IS NULL)
        AND (status = 'paid') = (taken IS NULL) AND (status = 'paid') = (written_off IS NULL)),
    CONSTRAINT a_refund_takes_what_was_sold CHECK (taken >= 0 AND written_off >= 0 AND taken + written_off = credits + bonus)
);

CREATE INDEX ix_star_payments_user ON star_payments (user_id, id DESC) WHERE user_id IS NOT NULL;
CREATE INDEX ix_star_payments_ordered_by ON star_payments (ordered_by) WHERE ordered_by IS NOT NULL;
CREATE INDEX ix_star_payments_number ON star_payments ("right"(id::text, 8));

CREATE TABLE star_orders (
    id            uuid PRIMARY KEY,
    user_id       uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    credits       bigint      NOT NULL CHECK (credits > 0),
    bonus         bigint      NOT NULL CHECK (bonus >= 0),
    stars         integer     NOT NULL CHECK (stars BETWEEN 1 AND 10000),
    redemption_id uuid REFERENCES promo_redemptions ON DELETE CASCADE,
    valid_until   timestamptz NOT NULL,
    payment_id    uuid REFERENCES star_payments DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_star_orders_user ON star_orders (user_id);
CREATE INDEX ix_star_orders_redemption ON star_orders (redemption_id) WHERE redemption_id IS NOT NULL;
