ALTER TYPE ledgerkind ADD VALUE 'forfeit' AFTER 'take';

-- Copies that people asked for, one for each person.
CREATE TABLE exports (
    id       uuid PRIMARY KEY,
    user_id  uuid        NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
    asked_at timestamptz NOT NULL,
    ready_at timestamptz,
    parts    integer CHECK (parts > 0),
    left_out integer CHECK (left_out >= 0),
    CONSTRAINT a_written_export_has_parts CHECK (num_nonnulls(ready_at, parts, left_out) IN (0, 3))
);

-- Those who left. The mark tells one who comes again; only the program compares it. The names are there until they are not needed.
CREATE TABLE erasures (
    id             uuid PRIMARY KEY,
    mark           bytea       NOT NULL,
    erased_at      timestamptz NOT NULL,
    messages_until timestamptz NOT NULL DEFAULT now(),
    asked_at       timestamptz,
    had_gift       boolean     NOT NULL DEFAULT true,
    user_id        uuid,
    chat_id        bigint,
    language       text,
    recordings     integer     NOT NULL,
    documents      integer     NOT NULL,
    avatars        integer     NOT NULL,
    photos         integer     NOT NULL,
    pictures       integer     NOT NULL,
    credits        bigint      NOT NULL,
    stars          bigint      NOT NULL,
    removed        integer     NOT NULL DEFAULT 0,
    left_behind    integer     NOT NULL DEFAULT 0,
    CONSTRAINT an_addressee_has_a_language CHECK ((chat_id IS NULL) = (language IS NULL)),
    CONSTRAINT who_is_cleared_may_be_told CHECK (user_id IS NULL OR chat_id IS NOT NULL)
);

CREATE INDEX ix_erasures_mark ON erasures (mark);

-- Requests of theirs at services far away, until the end was told.
CREATE TABLE erasure_traces (
    erasure_id uuid    NOT NULL REFERENCES erasures ON DELETE CASCADE,
    number     integer NOT NULL,
    service    text    NOT NULL CHECK (service IN ('TRAINER', 'PAINTER')),
    request_id text,
    cancel_url text,
    fate       text    NOT NULL CHECK (
        fate IN ('OPEN', 'STOPPED', 'REMOVED', 'REFUSED', 'UNREACHABLE', 'UNANSWERED')),
    PRIMARY KEY (erasure_id, number)
);

-- Jobs that were at work for them when they left.
CREATE TABLE erasure_work (
    erasure_id uuid NOT NULL REFERENCES erasures ON DELETE CASCADE,
    subject    text NOT NULL,
    PRIMARY KEY (erasure_id, subject)
);

-- What the marks are salted with. Without it they tell nobody any more.
CREATE TABLE erasure_salt (salt bytea NOT NULL);

INSERT INTO erasure_salt (salt)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Somebody whose chat left before gets no second gift.
ALTER TABLE users ADD COLUMN came_back boolean NOT NULL DEFAULT false;

-- Whether the person of this private chat did what the update tells. What is no strict JSON is told by its ids.
CREATE FUNCTION is_done_by(chat bigint, body text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_path_exists(body::jsonb, '$.*.from.id ? (@ == $chat)', jsonb_build_object('chat', chat))
        OR jsonb_path_exists(body::jsonb, '$.*.chat.id ? (@ == $chat)', jsonb_build_object('chat', chat));
EXCEPTION WHEN data_exception THEN
    RETURN body ~ ('"?id"?\s*:\s*' || chat || '\M');
END $$;
