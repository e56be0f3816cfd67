CREATE TABLE users (
    id         uuid PRIMARY KEY,
    chat_id    bigint      NOT NULL UNIQUE,
    name       text        NOT NULL,
    language   text        NOT NULL CHECK (language IN ('RU', 'EN')),
    zone       text        NOT NULL,
    reachable  boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TYPE recordingkind AS ENUM ('voice', 'audio', 'video', 'video_note', 'document');
CREATE TYPE transcriptstatus AS ENUM ('queued', 'working', 'ready', 'failed', 'cancelled');
CREATE TYPE pieceresult AS ENUM ('said', 'silent', 'lost');

CREATE TABLE user_transcripts (
    id             uuid PRIMARY KEY,
    user_id        uuid             NOT NULL REFERENCES users ON DELETE CASCADE,
    message        bigint           NOT NULL,
    file           text             NOT NULL,
    kind           recordingkind    NOT NULL,
    file_name      text,
    claimed_millis bigint           NOT NULL,
    claimed_bytes  bigint           NOT NULL,
    title          text,
    created_at     timestamptz      NOT NULL,
    version        integer          NOT NULL,
    status         transcriptstatus NOT NULL,
    original_key   text,
    container      text,
    length_millis  bigint,
    wording        text,
    language       text,
    pieces_lost    integer,
    problem        text,
    UNIQUE (user_id, message),
    CONSTRAINT a_started_transcript_has_its_original CHECK (
        status NOT IN ('working', 'ready')
        OR (original_key IS NOT NULL AND container IS NOT NULL AND length_millis > 0)),
    CONSTRAINT a_ready_transcript_has_its_wording CHECK (
        status <> 'ready' OR (wording IS NOT NULL AND pieces_lost IS NOT NULL)),
    CONSTRAINT a_failed_transcript_has_a_reason CHECK ((status = 'failed') = (problem IS NOT NULL))
);

CREATE INDEX ix_user_transcripts_history ON user_transcripts (user_id, id DESC);
CREATE INDEX ix_user_transcripts_queue ON user_transcripts (id) WHERE status = 'queued';

CREATE TABLE transcript_pieces (
    transcript_id uuid        NOT NULL REFERENCES user_transcripts ON DELETE CASCADE,
    position      integer     NOT NULL CHECK (position >= 0),
    start_millis  bigint      NOT NULL,
    end_millis    bigint      NOT NULL CHECK (end_millis > start_millis),
    overlapping   boolean     NOT NULL,
    result        pieceresult NOT NULL,
    wording       text CHECK ((result = 'said') = (wording IS NOT NULL)),
    language      text,
    PRIMARY KEY (transcript_id, position)
);

CREATE TABLE telegram_updates (
    update_id   bigint PRIMARY KEY,
    json        text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    done_at     timestamptz
);

CREATE INDEX ix_telegram_updates_open ON telegram_updates (update_id) WHERE done_at IS NULL;
CREATE INDEX ix_telegram_updates_done ON telegram_updates (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE quarantined_updates (
    fingerprint bytea PRIMARY KEY,
    update_id   bigint,
    body        bytea       NOT NULL,
    reason      text        NOT NULL,
    incident    text,
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outbox (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    anchor             text        NOT NULL UNIQUE,
    user_id            uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    notice             text        NOT NULL,
    last               boolean     NOT NULL,
    revision           integer     NOT NULL DEFAULT 1,
    delivered_revision integer     NOT NULL DEFAULT 0,
    message            bigint,
    shown              text,
    attempts           integer     NOT NULL DEFAULT 0,
    send_begun         boolean     NOT NULL DEFAULT false,
    not_before         timestamptz NOT NULL DEFAULT '-infinity',
    edit_not_before    timestamptz NOT NULL DEFAULT '-infinity',
    claimed_until      timestamptz NOT NULL DEFAULT '-infinity',
    posted_at          timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX ix_outbox_pending ON outbox (user_id, id) WHERE delivered_revision < revision;
CREATE INDEX ix_outbox_posted ON outbox (posted_at);

-- Table of db-scheduler 16.
CREATE TABLE scheduled_tasks (
    task_name            text    NOT NULL,
    task_instance        text    NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint  NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX ix_scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
