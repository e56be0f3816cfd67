CREATE TYPE pictureratio AS ENUM ('square', 'portrait', 'landscape', 'tall', 'wide');
CREATE TYPE picturequality AS ENUM ('fast', 'balanced', 'quality');
CREATE TYPE pictureorderstatus AS ENUM ('composing', 'offered', 'placed', 'abandoned');
CREATE TYPE picturewish AS ENUM ('words', 'reference', 'spoken', 'of_sent_photos', 'change');
CREATE TYPE picturestatus AS ENUM ('queued', 'painting', 'storing', 'ready', 'refused', 'failed', 'cancelled');
CREATE TYPE pictureproblem AS ENUM (
    'content', 'photos_unusable', 'model_gone', 'rejected', 'broke_down', 'timeout', 'stopped', 'lost', 'bad_result',
    'no_service');

-- No reference to avatars or to the parent here and below: what was made stays when they are deleted.
CREATE TABLE picture_orders (
    id         uuid PRIMARY KEY,
    user_id    uuid               NOT NULL REFERENCES users ON DELETE CASCADE,
    status     pictureorderstatus NOT NULL,
    version    integer            NOT NULL CHECK (version > 0),
    avatar_id  uuid,
    photo_keys text[] CHECK (cardinality(photo_keys) BETWEEN 1 AND 4),
    ratio      pictureratio       NOT NULL,
    number     integer            NOT NULL CHECK (number BETWEEN 1 AND 4),
    quality    picturequality     NOT NULL,
    seed       bigint CHECK (seed BETWEEN 0 AND 2147483647),
    style      varchar(40),
    parent_id  uuid,
    created_at timestamptz        NOT NULL,
    wish       picturewish,
    wish_files text[],
    wish_text  text,
    wished_at  timestamptz,
    wordings   jsonb              NOT NULL,
    quote_id   uuid,
    CONSTRAINT an_order_is_of_an_avatar_or_of_photos CHECK (num_nonnulls(avatar_id, photo_keys) = 1),
    CONSTRAINT wordings_are_a_short_list CHECK (
        jsonb_typeof(wordings) = 'array' AND jsonb_array_length(wordings) <= 10),
    CONSTRAINT what_is_offered_is_in_words CHECK (
        status NOT IN ('offered', 'placed') OR jsonb_array_length(wordings) > 0),
    CONSTRAINT only_what_is_composed_has_a_wish CHECK ((status = 'composing') = (wish IS NOT NULL)),
    CONSTRAINT a_wish_has_its_time CHECK ((wish IS NULL) = (wished_at IS NULL)),
    CONSTRAINT a_wish_has_what_it_needs CHECK (
        CASE wish
            WHEN 'words' THEN wish_text IS NOT NULL AND wish_files IS NULL
            WHEN 'reference' THEN coalesce(cardinality(wish_files), 0) = 1
            WHEN 'spoken' THEN wish_text IS NULL AND coalesce(cardinality(wish_files), 0) = 1
            WHEN 'of_sent_photos' THEN wish_text IS NOT NULL AND wish_files IS NOT NULL
            WHEN 'change' THEN wish_text IS NOT NULL AND wish_files IS NULL
            ELSE num_nonnulls(wish_text, wish_files) = 0
        END),
    CONSTRAINT only_an_offer_has_a_quote CHECK (quote_id IS NULL OR status = 'offered')
);

CREATE INDEX ix_picture_orders_user ON picture_orders (user_id);
CREATE INDEX ix_picture_orders_unplaced ON picture_orders (created_at) WHERE status <> 'placed';

CREATE TABLE pictures (
    id             uuid PRIMARY KEY,
    user_id        uuid           NOT NULL REFERENCES users ON DELETE CASCADE,
    order_id       uuid           NOT NULL REFERENCES picture_orders,
    number         integer        NOT NULL CHECK (number > 0),
    status         picturestatus  NOT NULL,
    version        integer        NOT NULL CHECK (version > 0),
    avatar_id      uuid,
    avatar_name    varchar(100),
    photo_keys     text[] CHECK (cardinality(photo_keys) BETWEEN 1 AND 4),
    prompt         text           NOT NULL,
    reading        text,
    ratio          pictureratio   NOT NULL,
    quality        picturequality NOT NULL,
    seed           bigint         NOT NULL CHECK (seed BETWEEN 0 AND 2147483647),
    hold_id        uuid,
    held           bigint CHECK (held > 0),
    returned       bigint CHECK (returned >= 0),
    ordered_at     timestamptz    NOT NULL,
    endpoint       varchar(200),
    input          json,
    asked_at       timestamptz,
    request_id     varchar(255),
    status_url     text,
    result_url     text,
    cancel_url     text,
    accepted_at    timestamptz,
    painted_url    text,
    flagged        boolean,
    painted_seed   bigint,
    machine_seconds double precision,
    billed_units   text,
    painted_at     timestamptz,
    picture_key    text,
    thumbnail_key  text,
    width          integer CHECK (width > 0),
    height         integer CHECK (height > 0),
    bytes          bigint CHECK (bytes > 0),
    content_type   varchar(100),
    digest         varchar(64) CHECK (digest ~ '^[0-9a-f]{64}$'),
    finished_at    timestamptz,
    favourite      boolean        NOT NULL DEFAULT false,
    telegram_file  text,
    problem        pictureproblem,
    problem_detail text,
    UNIQUE (order_id, number),
    CONSTRAINT a_picture_is_of_an_avatar_or_of_photos CHECK (num_nonnulls(avatar_id, photo_keys) = 1),
    CONSTRAINT only_an_avatar_has_a_name CHECK (avatar_name IS NULL OR avatar_id IS NOT NULL),
    CONSTRAINT a_picture_with_a_hold_has_its_amount CHECK ((hold_id IS NULL) = (held IS NULL)),
    CONSTRAINT a_picture_in_line_was_not_asked_for CHECK (
        status <> 'queued' OR num_nonnulls(endpoint, input, asked_at, request_id, accepted_at) = 0),
    CONSTRAINT a_painting_was_asked_for CHECK (
        status <> 'painting'
        OR (num_nonnulls(endpoint, input, asked_at) = 3 AND (request_id IS NULL) = (accepted_at IS NULL))),
    CONSTRAINT a_request_has_its_addresses CHECK (
        num_nonnulls(request_id, status_url, result_url, cancel_url) IN (0, 4)),
    CONSTRAINT a_result_has_its_request CHECK (
        status NOT IN ('storing', 'ready') OR num_nonnulls(request_id, painted_url, flagged, painted_at) = 4),
    CONSTRAINT a_ready_picture_has_its_files CHECK (
        CASE status
            WHEN 'ready' THEN num_nonnulls(
                picture_key, thumbnail_key, width, height, bytes, content_type, digest, finished_at) = 8
            ELSE num_nonnulls(
                picture_key, thumbnail_key, width, height, bytes, content_type, digest, finished_at, telegram_file) = 0
                AND NOT favourite
        END),
    CONSTRAINT a_missing_picture_has_a_reason CHECK (
        CASE status
            WHEN 'refused' THEN coalesce(problem IN ('content', 'photos_unusable'), false)
            WHEN 'failed' THEN coalesce(problem NOT IN ('content', 'photos_unusable'), false)
            ELSE problem IS NULL
        END),
    CONSTRAINT a_reason_has_its_detail CHECK ((problem IS NULL) = (problem_detail IS NULL)),
    CONSTRAINT a_missing_picture_says_what_went_back CHECK (
        (status IN ('refused', 'failed', 'cancelled')) = (returned IS NOT NULL))
);

-- The words a picture is found by, as transcripts are: the owner is one of them, so that the index finds theirs alone.
CREATE FUNCTION picture_words(owner uuid, prompt text, reading text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('russian'::regconfig, search_form(prompt || ' ' || coalesce(reading, '')))
    || array_to_tsvector(ARRAY['owner ' || owner::text]);

CREATE UNIQUE INDEX ix_pictures_request ON pictures (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX ix_pictures_user ON pictures (user_id);
CREATE INDEX ix_pictures_missing ON pictures (ordered_at) WHERE status IN ('refused', 'failed', 'cancelled');
CREATE INDEX ix_pictures_gallery ON pictures (user_id, id DESC) INCLUDE (avatar_id, favourite, bytes, finished_at)
    WHERE status = 'ready';
CREATE INDEX ix_pictures_avatar ON pictures (user_id, avatar_id, id DESC) WHERE status = 'ready';
CREATE INDEX ix_pictures_favourites ON pictures (user_id, id DESC) WHERE status = 'ready' AND favourite;
CREATE INDEX ix_pictures_words ON pictures USING gin (picture_words(user_id, prompt, reading)) WHERE status = 'ready';

CREATE FUNCTION count_generations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE avatars SET generations_count = generations_count + 1, updated_at = now() WHERE id = NEW.avatar_id;
    RETURN NULL;
END $$;

CREATE TRIGGER generations_are_counted AFTER UPDATE OF status ON pictures
    FOR EACH ROW WHEN (NEW.status = 'ready' AND OLD.status <> 'ready' AND NEW.avatar_id IS NOT NULL)
    EXECUTE FUNCTION count_generations();
