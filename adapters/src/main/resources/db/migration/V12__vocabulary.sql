ALTER TABLE users
    ADD COLUMN vocabulary text[] NOT NULL DEFAULT '{}' CHECK (cardinality(vocabulary) <= 100);

-- What was sent as text is ready at once and may have no length.
ALTER TABLE user_transcripts
    DROP CONSTRAINT a_started_transcript_has_its_original,
    ADD CONSTRAINT a_started_transcript_has_its_original CHECK (
        status NOT IN ('working', 'ready')
        OR (original_key IS NOT NULL AND container IS NOT NULL AND length_millis IS NOT NULL
            AND (length_millis > 0
                OR (length_millis = 0 AND status = 'ready' AND container IN ('txt', 'srt', 'vtt', 'docx')))));
