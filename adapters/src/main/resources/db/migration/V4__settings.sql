CREATE TYPE aspectratio AS ENUM ('1:1', '3:4', '4:3', '9:16', '16:9');
CREATE TYPE photoretention AS ENUM ('keep', 'delete_at_once', 'delete_after_7_days');

ALTER TABLE users
    ADD COLUMN username             text CHECK (username <> ''),
    ADD COLUMN recognition_language text CHECK (recognition_language ~ '^[a-z]{2}$'),
    ADD COLUMN confirms_quotes      boolean        NOT NULL DEFAULT true,
    ADD COLUMN default_ratio        aspectratio    NOT NULL DEFAULT '1:1',
    ADD COLUMN enriches_prompts     boolean        NOT NULL DEFAULT true,
    ADD COLUMN photo_retention      photoretention NOT NULL DEFAULT 'keep',
    ADD COLUMN shows_progress       boolean        NOT NULL DEFAULT true;

CREATE INDEX ix_users_username ON users (lower(username));

ALTER TABLE user_transcripts
    ADD COLUMN asked_language text CHECK (asked_language ~ '^[a-z]{2}$');
