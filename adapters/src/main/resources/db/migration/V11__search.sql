-- What words are looked for in: small letters, ё as е, blanks for whatever is neither letter nor digit. Character by character,
-- so that a place in the form is a place in the original. The characters are listed, because classes depend on the locale.
CREATE FUNCTION search_form(original text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(translate(
    regexp_replace(
        original,
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3007-\u3030\uE000-\uF8FF\uFF00-\uFF0F]',
        ' ', 'g'),
    'ёЁ', 'ее'));

-- The words of a transcript. Part 0 is its title and file name; the others are stretches of the text, since a tsvector
-- holds less than 1 MB. The owner is one of the words, so that the index finds theirs alone.
CREATE TABLE transcript_search (
    transcript_id uuid     NOT NULL REFERENCES user_transcripts ON DELETE CASCADE,
    part          integer  NOT NULL CHECK (part >= 0),
    starts_at     integer  NOT NULL,
    characters    integer  NOT NULL,
    words         tsvector NOT NULL,
    PRIMARY KEY (transcript_id, part)
);

CREATE FUNCTION search_words(owner uuid, form text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_tsvector('russian', form) || array_to_tsvector(ARRAY['owner ' || owner]);

CREATE FUNCTION index_the_name(transcript uuid, owner uuid, title text, file_name text) RETURNS void LANGUAGE sql AS $$
    DELETE FROM transcript_search WHERE transcript_id = transcript AND part = 0;
    INSERT INTO transcript_search (transcript_id, part, starts_at, characters, words)
    SELECT transcript, 0, 1, 0, search_words(owner, search_form(concat_ws(' ', title, file_name)))
    WHERE title IS NOT NULL OR file_name IS NOT NULL;
$$;

CREATE FUNCTION index_the_text(transcript uuid, owner uuid, wording text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    longest CONSTANT integer := 100000;
    form    text := search_form(wording);
    total   integer := coalesce(char_length(form), 0);
    start   integer := 1;
    number  integer := 1;
    stretch text;
    tail    integer;
BEGIN
    DELETE FROM transcript_search WHERE transcript_id = transcript AND part > 0;
    WHILE start <= total LOOP
        stretch := substr(form, start, longest);
        IF start + longest <= total THEN
            tail := position(' ' IN reverse(right(stretch, longest / 2)));
            stretch := left(stretch, longest - tail);
        END IF;
        INSERT INTO transcript_search (transcript_id, part, starts_at, characters, words)
        VALUES (transcript, number, start, char_length(stretch), search_words(owner, stretch));
        start := start + char_length(stretch);
        number := number + 1;
    END LOOP;
END $$;

CREATE FUNCTION keep_transcripts_findable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR (NEW.title, NEW.file_name) IS DISTINCT FROM (OLD.title, OLD.file_name) THEN
        PERFORM index_the_name(NEW.id, NEW.user_id, NEW.title, NEW.file_name);
    END IF;
    IF TG_OP = 'INSERT' OR NEW.wording IS DISTINCT FROM OLD.wording THEN
        PERFORM index_the_text(NEW.id, NEW.user_id, NEW.wording);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER transcripts_are_findable AFTER INSERT OR UPDATE OF title, file_name, wording ON user_transcripts
    FOR EACH ROW EXECUTE FUNCTION keep_transcripts_findable();

SELECT index_the_name(id, user_id, title, file_name), index_the_text(id, user_id, wording) FROM user_transcripts;

CREATE INDEX ix_transcript_search_words ON transcript_search USING gin (words);

-- What people looked for, because a button has no room for it. Numbers count up per person.
CREATE TABLE transcript_searches (
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    number     integer     NOT NULL CHECK (number > 0),
    words      text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, number)
);

-- Where the bytes come from when a recording is listened to once more, in another language. What a message became at first
-- and what it became in each language are there once each.
ALTER TABLE user_transcripts ADD COLUMN source_key text;
ALTER TABLE user_transcripts DROP CONSTRAINT user_transcripts_user_id_message_key;
CREATE UNIQUE INDEX ix_user_transcripts_message ON user_transcripts (user_id, message) WHERE source_key IS NULL;
CREATE UNIQUE INDEX ix_user_transcripts_again ON user_transcripts (user_id, message, asked_language)
    WHERE source_key IS NOT NULL;
ALTER TABLE user_transcripts ADD CONSTRAINT another_language_is_named CHECK (
    source_key IS NULL OR asked_language IS NOT NULL);
