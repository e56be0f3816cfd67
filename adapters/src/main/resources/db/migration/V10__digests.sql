CREATE TYPE digestkind AS ENUM ('summary', 'to_do', 'protocol', 'question');
CREATE TYPE digeststate AS ENUM ('asked', 'ready', 'failed', 'cancelled');

CREATE TABLE transcript_digests (
    id            uuid PRIMARY KEY,
    transcript_id uuid        NOT NULL REFERENCES user_transcripts ON DELETE CASCADE,
    user_id       uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    kind          digestkind  NOT NULL,
    question      text,
    created_at    timestamptz NOT NULL,
    version       integer     NOT NULL CHECK (version > 0),
    state         digeststate NOT NULL,
    content       jsonb,
    omitted       integer CHECK (omitted >= 0),
    model         text,
    problem       text,
    CONSTRAINT only_a_question_has_words CHECK ((kind = 'question') = (question IS NOT NULL)),
    CONSTRAINT only_a_ready_digest_has_content CHECK (
        num_nonnulls(content, omitted, model) = CASE WHEN state = 'ready' THEN 3 ELSE 0 END),
    CONSTRAINT only_a_failed_digest_has_a_reason CHECK ((state = 'failed') = (problem IS NOT NULL))
);

-- One that is being made is not begun again. The longest questions are too long for an index.
CREATE UNIQUE INDEX ix_transcript_digests_asked ON transcript_digests (transcript_id, kind, md5(coalesce(question, '')))
    WHERE state = 'asked';
CREATE INDEX ix_transcript_digests_newest ON transcript_digests (transcript_id, kind, id DESC);
CREATE INDEX ix_transcript_digests_user ON transcript_digests (user_id);
