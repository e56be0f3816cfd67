CREATE TYPE avatartrainingtype AS ENUM ('portrait', 'style', 'object');
CREATE TYPE falfinetunetype AS ENUM ('full', 'lora', 'dreambooth');
CREATE TYPE falpriority AS ENUM ('speed', 'quality', 'high_res_only');
CREATE TYPE avatargender AS ENUM ('male', 'female', 'other');
CREATE TYPE avatartype AS ENUM ('character', 'style', 'custom');
CREATE TYPE photovalidationstatus AS ENUM ('pending', 'valid', 'invalid', 'duplicate');
CREATE TYPE avatarstatus AS ENUM (
    'draft', 'photos_uploading', 'ready_for_training', 'queued', 'training', 'storing', 'completed', 'error', 'cancelled');
CREATE TYPE trainingpreset AS ENUM ('fast', 'balanced', 'quality');

CREATE TABLE avatars (
    id                       uuid PRIMARY KEY,
    user_id                  uuid               NOT NULL REFERENCES users ON DELETE CASCADE,
    name                     varchar(100)       NOT NULL,
    gender                   avatargender       NOT NULL,
    avatar_type              avatartype         NOT NULL DEFAULT 'character',
    status                   avatarstatus       NOT NULL DEFAULT 'draft',
    finetune_id              varchar(255),
    training_progress        integer            NOT NULL DEFAULT 0 CHECK (training_progress BETWEEN 0 AND 100),
    training_started_at      timestamptz,
    training_completed_at    timestamptz,
    fal_mode                 varchar(20)        NOT NULL DEFAULT 'character',
    fal_iterations           integer            NOT NULL DEFAULT 500,
    fal_priority             falpriority        NOT NULL DEFAULT 'quality',
    trigger_word             varchar(50)        NOT NULL DEFAULT 'TOK',
    lora_rank                integer            NOT NULL DEFAULT 32,
    avatar_data              jsonb              NOT NULL DEFAULT '{}',
    training_config          jsonb              NOT NULL DEFAULT '{}',
    photos_count             integer            NOT NULL DEFAULT 0 CHECK (photos_count >= 0),
    generations_count        integer            NOT NULL DEFAULT 0 CHECK (generations_count >= 0),
    created_at               timestamptz        NOT NULL DEFAULT now(),
    updated_at               timestamptz        NOT NULL DEFAULT now(),
    is_draft                 boolean            NOT NULL DEFAULT true,
    photo_key                text,
    preview_key              text,

    training_type            avatartrainingtype NOT NULL DEFAULT 'portrait',
    fal_request_id           varchar(255),
    learning_rate            double precision,
    trigger_phrase           varchar(255),
    steps                    integer,
    multiresolution_training boolean            NOT NULL DEFAULT true,
    subject_crop             boolean            NOT NULL DEFAULT true,
    create_masks             boolean            NOT NULL DEFAULT false,
    captioning               boolean            NOT NULL DEFAULT true,
    finetune_type            falfinetunetype    NOT NULL DEFAULT 'lora',
    finetune_comment         text,
    diffusers_lora_file_url  text,
    config_file_url          text,
    training_logs            text,
    training_error           text,
    webhook_url              text,
    last_status_check        timestamptz,
    fal_response_data        jsonb              NOT NULL DEFAULT '{}',

    version                  integer            NOT NULL CHECK (version > 0),
    is_main                  boolean            NOT NULL DEFAULT false,
    attempt                  integer            NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    preset                   trainingpreset,
    quote_id                 uuid,
    hold_id                  uuid,
    held                     bigint CHECK (held > 0),
    charged                  bigint CHECK (charged >= 0),
    returned                 bigint CHECK (returned >= 0),
    archive_url              text,
    asked_at                 timestamptz,
    accepted_at              timestamptz,
    trained_at               timestamptz,
    status_url               text,
    result_url               text,
    cancel_url               text,
    queue_position           bigint,
    steps_done               integer,
    steps_total              integer,
    lora_bytes               bigint,
    config_bytes             bigint,
    machine_seconds          double precision,
    billed_units             text,
    lora_key                 text,
    config_key               text,
    problem                  text,

    CONSTRAINT a_draft_is_marked CHECK (
        is_draft = (status IN ('draft', 'photos_uploading', 'ready_for_training'))),
    CONSTRAINT an_ordered_avatar_has_its_plan CHECK (
        is_draft OR (num_nonnulls(preset, training_started_at, trigger_phrase, steps) = 4 AND attempt > 0)),
    CONSTRAINT a_hold_has_its_amount CHECK ((hold_id IS NULL) = (held IS NULL)),
    CONSTRAINT a_training_was_asked_for CHECK (
        status NOT IN ('training', 'storing', 'completed') OR num_nonnulls(archive_url, asked_at) = 2),
    CONSTRAINT an_accepted_training_has_its_ticket CHECK (
        num_nonnulls(fal_request_id, accepted_at, status_url, result_url, cancel_url) IN (0, 5)),
    CONSTRAINT a_result_has_its_ticket_and_files CHECK (
        status NOT IN ('storing', 'completed')
        OR num_nonnulls(fal_request_id, diffusers_lora_file_url, config_file_url, trained_at) = 4),
    CONSTRAINT a_completed_avatar_has_a_stored_lora CHECK (
        status <> 'completed'
        OR (num_nonnulls(lora_key, config_key, finetune_id, lora_bytes, training_completed_at) = 5
            AND training_progress = 100)),
    CONSTRAINT a_failed_avatar_has_a_reason CHECK ((status = 'error') = (problem IS NOT NULL)),
    CONSTRAINT only_a_completed_avatar_is_main CHECK (NOT is_main OR status = 'completed')
);

CREATE UNIQUE INDEX ix_avatars_fal_request_id ON avatars (fal_request_id) WHERE fal_request_id IS NOT NULL;
CREATE INDEX ix_avatars_training_type ON avatars (training_type);
CREATE UNIQUE INDEX ix_avatars_name ON avatars (user_id, lower(name));
CREATE UNIQUE INDEX ix_avatars_main ON avatars (user_id) WHERE is_main;
CREATE INDEX ix_avatars_owner ON avatars (user_id, id DESC);
CREATE INDEX ix_avatars_under_way ON avatars (id) WHERE status IN ('queued', 'training');

CREATE TABLE avatar_photos (
    id                uuid PRIMARY KEY,
    avatar_id         uuid                  NOT NULL REFERENCES avatars ON DELETE CASCADE,
    user_id           uuid                  NOT NULL REFERENCES users ON DELETE CASCADE,
    minio_key         text                  NOT NULL,
    thumbnail_key     text,
    file              text                  NOT NULL,
    message           bigint                NOT NULL,
    batch             bigint                NOT NULL,
    file_hash         varchar(64),
    picture_hash      bigint,
    mirrored_hash     bigint,
    upload_order      integer               NOT NULL CHECK (upload_order > 0),
    validation_status photovalidationstatus NOT NULL DEFAULT 'pending',
    file_size         bigint,
    width             integer CHECK (width > 0),
    height            integer CHECK (height > 0),
    format            varchar(10),
    has_face          boolean,
    quality_score     double precision,
    validation_error  text,
    photo_metadata    jsonb                 NOT NULL DEFAULT '{}',
    created_at        timestamptz           NOT NULL DEFAULT now(),
    validated_at      timestamptz,
    UNIQUE (avatar_id, upload_order),
    UNIQUE (avatar_id, message),
    UNIQUE (avatar_id, file_hash),
    CONSTRAINT a_valid_photo_was_looked_at CHECK (
        validation_status <> 'valid'
        OR num_nonnulls(thumbnail_key, file_hash, picture_hash, mirrored_hash, file_size, width, height, format) = 8),
    CONSTRAINT a_refused_photo_has_a_reason CHECK (
        (validation_status IN ('invalid', 'duplicate')) = (validation_error IS NOT NULL)),
    CONSTRAINT a_checked_photo_has_its_time CHECK ((validation_status = 'pending') = (validated_at IS NULL))
);

CREATE INDEX ix_avatar_photos_user ON avatar_photos (user_id);

-- No reference to avatars: what the trainer says is kept, whether or not it is about one of ours.
CREATE TABLE trainer_rings (
    fingerprint text PRIMARY KEY,
    request_id  varchar(255) NOT NULL,
    avatar_id   uuid         NOT NULL,
    attempt     integer      NOT NULL,
    well        boolean      NOT NULL,
    received_at timestamptz  NOT NULL
);

CREATE INDEX ix_trainer_rings_avatar ON trainer_rings (avatar_id, attempt);
