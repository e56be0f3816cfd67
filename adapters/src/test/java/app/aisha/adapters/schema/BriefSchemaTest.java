package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that was ordered: names, columns, labels and indexes, each exactly. */
class BriefSchemaTest {

    private static final Snapshot SCHEMA = TestBlueprint.blueprint().newest();

    /** Name, type, whether it may be empty, default. */
    private static final List<String> MAIN = List.of(
            "id|uuid|no|",
            "user_id|uuid|no|",
            "name|character varying(100)|no|",
            "gender|avatargender|no|",
            "avatar_type|avatartype|no|'character'::avatartype",
            "status|avatarstatus|no|'draft'::avatarstatus",
            "finetune_id|character varying(255)|yes|",
            "training_progress|integer|no|0",
            "training_started_at|timestamp with time zone|yes|",
            "training_completed_at|timestamp with time zone|yes|",
            "fal_mode|character varying(20)|no|'character'::character varying",
            "fal_iterations|integer|no|500",
            "fal_priority|falpriority|no|'quality'::falpriority",
            "trigger_word|character varying(50)|no|'TOK'::character varying",
            "lora_rank|integer|no|32",
            "avatar_data|jsonb|no|'{}'::jsonb",
            "training_config|jsonb|no|'{}'::jsonb",
            "photos_count|integer|no|0",
            "generations_count|integer|no|0",
            "created_at|timestamp with time zone|no|now()",
            "updated_at|timestamp with time zone|no|now()",
            "is_draft|boolean|no|true",
            "photo_key|text|yes|",
            "preview_key|text|yes|");

    private static final List<String> FAL = List.of(
            "training_type|avatartrainingtype|no|'portrait'::avatartrainingtype",
            "fal_request_id|character varying(255)|yes|",
            "learning_rate|double precision|yes|",
            "trigger_phrase|character varying(255)|yes|",
            "steps|integer|yes|",
            "multiresolution_training|boolean|no|true",
            "subject_crop|boolean|no|true",
            "create_masks|boolean|no|false",
            "captioning|boolean|no|true",
            "finetune_type|falfinetunetype|no|'lora'::falfinetunetype",
            "finetune_comment|text|yes|",
            "diffusers_lora_file_url|text|yes|",
            "config_file_url|text|yes|",
            "training_logs|text|yes|",
            "training_error|text|yes|",
            "webhook_url|text|yes|",
            "last_status_check|timestamp with time zone|yes|",
            "fal_response_data|jsonb|no|'{}'::jsonb");

    static List<String> columns() {
        return Stream.concat(MAIN.stream(), FAL.stream()).toList();
    }

    private static SchemaObject object(Kind kind, String table, String name) {
        return SCHEMA.find(new SchemaObject.Id(kind, table, name)).orElseThrow();
    }

    private static List<String> definitions(Kind kind, String table) {
        return SCHEMA.of(kind)
                .filter(object -> object.id().table().equals(table))
                .map(object -> object.needed("definition"))
                .toList();
    }

    @Test
    void theHistoryNamesEveryMigrationAndNoneFailed() {
        assertThat(SCHEMA.of(Kind.MIGRATION))
                .hasSize(TestBlueprint.blueprint().stages().size())
                .allMatch(row -> row.needed("success").equals("yes"));
    }

    @Test
    void theTablesHaveTheirNames() {
        assertThat(SCHEMA.of(Kind.TABLE).map(table -> table.id().name()))
                .contains("users", "user_transcripts", "avatars", "avatar_photos", "flyway_schema_history");
    }

    @Test
    void anAvatarHas42ColumnsOfTheBrief() {
        assertThat(MAIN).hasSize(24);
        assertThat(FAL).hasSize(18);
        assertThat(columns().stream().map(line -> line.replaceAll("\\|.*", "")).distinct())
                .hasSize(42);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnIsExactlyAsOrdered(String line) {
        var name = line.replaceAll("\\|.*", "");
        var column = object(Kind.COLUMN, "avatars", name);

        assertThat(String.join(
                        "|",
                        name,
                        column.needed("type"),
                        column.needed("nullable"),
                        column.trait("default").orElse("")))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        avatartrainingtype|'portrait', 'style', 'object'
        falfinetunetype|'full', 'lora', 'dreambooth'
        falpriority|'speed', 'quality', 'high_res_only'
        avatargender|'male', 'female', 'other'
        avatartype|'character', 'style', 'custom'
        photovalidationstatus|'pending', 'valid', 'invalid', 'duplicate'
        avatarstatus|'draft', 'photos_uploading', 'ready_for_training', 'queued', 'training', 'storing', 'completed', 'error', 'cancelled'
        """)
    void anEnumHasExactlyItsLabelsInOrder(String type, String labels) {
        assertThat(object(Kind.TYPE, "", type).needed("labels")).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ix_avatars_fal_request_id|CREATE UNIQUE INDEX ix_avatars_fal_request_id ON avatars USING btree (fal_request_id) WHERE fal_request_id IS NOT NULL
        ix_avatars_training_type|CREATE INDEX ix_avatars_training_type ON avatars USING btree (training_type)
        ix_avatars_main|CREATE UNIQUE INDEX ix_avatars_main ON avatars USING btree (user_id) WHERE is_main
        """)
    void anIndexIsExactlyAsOrdered(String index, String definition) {
        assertThat(object(Kind.INDEX, "avatars", index).traits())
                .containsEntry("definition", definition)
                .containsEntry("valid", "yes");
    }

    @ParameterizedTest
    @CsvSource({"users,id", "user_transcripts,id", "avatars,id", "avatar_photos,id"})
    void aRowIsKnownByItsId(String table, String column) {
        assertThat(definitions(Kind.CONSTRAINT, table)).contains("PRIMARY KEY (%s)".formatted(column));
        assertThat(object(Kind.COLUMN, table, column).traits())
                .containsEntry("type", "uuid")
                .containsEntry("nullable", "no");
    }

    @Test
    void whatBelongsToSomebodyGoesWithThem() {
        assertThat(List.of("user_transcripts", "avatars", "avatar_photos"))
                .allSatisfy(table -> assertThat(definitions(Kind.CONSTRAINT, table))
                        .contains("FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE"));
        assertThat(definitions(Kind.CONSTRAINT, "avatar_photos"))
                .contains(
                        "FOREIGN KEY (avatar_id) REFERENCES avatars(id) ON DELETE CASCADE",
                        "UNIQUE (avatar_id, file_hash)",
                        "UNIQUE (avatar_id, upload_order)");
    }

    @Test
    void aPersonIsKnownByTheirChat() {
        assertThat(definitions(Kind.CONSTRAINT, "users")).contains("UNIQUE (chat_id)");
    }

    @Test
    void onlyACompletedAvatarWithAStoredLoraIsMain() {
        assertThat(object(Kind.CONSTRAINT, "avatars", "a_completed_avatar_has_a_stored_lora")
                        .needed("definition"))
                .contains("num_nonnulls(lora_key, config_key, finetune_id, lora_bytes, training_completed_at) = 5");
        assertThat(object(Kind.CONSTRAINT, "avatars", "only_a_completed_avatar_is_main")
                        .needed("definition"))
                .isEqualTo("CHECK (NOT is_main OR status = 'completed'::avatarstatus)");
    }

    @Test
    void momentsHaveAZone() {
        assertThat(SCHEMA.of(Kind.COLUMN)
                        .filter(column -> !column.id().table().equals("flyway_schema_history"))
                        .filter(column -> column.needed("type").contains("without time zone"))
                        .map(column -> column.id().path())
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
