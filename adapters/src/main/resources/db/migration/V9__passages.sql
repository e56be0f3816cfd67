CREATE TYPE track AS ENUM ('all', 'left', 'right');

ALTER TABLE transcript_pieces
    ADD COLUMN track track NOT NULL DEFAULT 'all',
    ADD COLUMN passages jsonb;

UPDATE transcript_pieces
SET passages = CASE
    WHEN btrim(wording, E' \t\r\n') = '' THEN '[]'::jsonb
    ELSE jsonb_build_array(jsonb_build_object('start', start_millis, 'end', end_millis, 'text', wording))
    END
WHERE result = 'said';

ALTER TABLE transcript_pieces
    DROP COLUMN wording,
    ALTER COLUMN track DROP DEFAULT,
    ADD CONSTRAINT what_was_said_has_passages CHECK ((result = 'said') = (passages IS NOT NULL));

CREATE TABLE transcript_passages (
    transcript_id uuid    NOT NULL REFERENCES user_transcripts ON DELETE CASCADE,
    position      integer NOT NULL CHECK (position >= 0),
    start_millis  bigint CHECK (start_millis >= 0),
    end_millis    bigint CHECK (end_millis >= start_millis),
    speaker       text,
    wording       text    NOT NULL,
    PRIMARY KEY (transcript_id, position),
    CONSTRAINT a_place_has_both_ends CHECK ((start_millis IS NULL) = (end_millis IS NULL))
);

INSERT INTO transcript_passages (transcript_id, position, start_millis, end_millis, wording)
SELECT transcript_id, position, start_millis, end_millis,
       CASE result WHEN 'lost' THEN '[…]' ELSE passages -> 0 ->> 'text' END
FROM transcript_pieces JOIN user_transcripts ON id = transcript_id
WHERE status = 'ready' AND (result = 'lost' OR passages <> '[]'::jsonb);

-- The nth voice is called by the nth name; null where its owner gave it none.
ALTER TABLE user_transcripts ADD COLUMN speakers text[] NOT NULL DEFAULT '{}';
