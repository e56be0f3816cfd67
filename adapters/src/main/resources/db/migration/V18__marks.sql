-- Of who left only the mark of the chat stays, and what they used of promo codes that still hold.
LOCK TABLE erasures IN ACCESS EXCLUSIVE MODE;

CREATE TABLE marks (
    mark     bytea PRIMARY KEY,
    had_gift boolean NOT NULL
);

-- Uses of promo codes count again for who comes back.
CREATE TABLE mark_promo_uses (
    mark    bytea   NOT NULL REFERENCES marks,
    code_id uuid    NOT NULL REFERENCES promo_codes,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    PRIMARY KEY (mark, code_id, ordinal)
);

INSERT INTO marks (mark, had_gift) SELECT mark, bool_or(had_gift) FROM erasures GROUP BY mark;

DELETE FROM erasures WHERE chat_id IS NULL;

ALTER TABLE erasures
    DROP COLUMN mark,
    DROP COLUMN had_gift,
    DROP COLUMN removed,
    DROP COLUMN left_behind;

ALTER TABLE erasures
    DROP CONSTRAINT an_addressee_has_a_language,
    DROP CONSTRAINT who_is_cleared_may_be_told,
    ALTER COLUMN chat_id SET NOT NULL,
    ALTER COLUMN language SET NOT NULL;
