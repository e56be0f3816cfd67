package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.fal.ReceivedCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the row of an avatar holds after a life with a failure and a success. */
class AvatarLifeStory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FAL_COLUMNS = List.of(
            "training_type",
            "fal_request_id",
            "learning_rate",
            "trigger_phrase",
            "steps",
            "multiresolution_training",
            "subject_crop",
            "create_masks",
            "captioning",
            "finetune_type",
            "finetune_comment",
            "diffusers_lora_file_url",
            "config_file_url",
            "training_logs",
            "training_error",
            "webhook_url",
            "last_status_check",
            "fal_response_data");

    private final Town town = Town.with(Town.Intake.POLLING);

    @Test
    void allEighteenColumnsHoldWhatWasReallySentAndAnswered() {
        town.calm();
        town.trainer().plan(Plan.nextTraining().ending(new Ending.ModelError(500, "internal_server_error", "broke")));
        var session = new AvatarSession(town.telegram());
        var dilnara = session.withPhotos("Жизнь", 10);
        session.agrees(dilnara, "Жизнь");
        dilnara.sees("обучить не получилось");
        town.trainer().clearCalls();
        dilnara.taps("🔁 Попробовать ещё раз");
        session.agrees(dilnara, "Жизнь");
        dilnara.sees("Аватар Жизнь готов!");

        var row = town.database()
                .sql("SELECT * FROM avatars WHERE name = 'Жизнь'")
                .query()
                .singleRow();

        for (var column : FAL_COLUMNS) {
            assertThat(row.get(column)).as(column).isNotNull();
        }
        sameAsSent(row, submission());
        sameAsAnswered(row);
        assertThat(row).containsEntry("is_main", true).containsEntry("photos_count", 10);
        assertThat(String.valueOf(row.get("training_error"))).startsWith("BROKE_DOWN");
        assertThat(String.valueOf(row.get("avatar_data"))).contains("fal-ai/flux-lora-portrait-trainer");
    }

    private ReceivedCall submission() {
        return town.trainer().calls().stream()
                .filter(call -> call.point() == FaultPoint.SUBMIT)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static void sameAsSent(Map<String, @Nullable Object> row, ReceivedCall submission) {
        var sent = JSON.readTree(submission.body());
        assertThat(JSON.readTree(String.valueOf(row.get("training_config")))).isEqualTo(sent);
        assertThat(row)
                .containsEntry("trigger_phrase", sent.get("trigger_phrase").asString())
                .containsEntry("steps", sent.get("steps").asInt())
                .containsEntry("learning_rate", sent.get("learning_rate").asDouble())
                .containsEntry(
                        "multiresolution_training",
                        sent.get("multiresolution_training").asBoolean())
                .containsEntry("subject_crop", sent.get("subject_crop").asBoolean())
                .containsEntry("create_masks", sent.get("create_masks").asBoolean())
                .containsEntry("captioning", false);
        var query = URLDecoder.decode(submission.target(), StandardCharsets.UTF_8);
        assertThat(query).contains("fal_webhook=" + row.get("webhook_url"));
    }

    private void sameAsAnswered(Map<String, @Nullable Object> row) {
        var request = String.valueOf(row.get("fal_request_id"));
        assertThat(town.trainer().requestIds()).contains(request);
        JsonNode answer = JSON.readTree(String.valueOf(row.get("fal_response_data")));
        assertThat(answer.at("/diffusers_lora_file/url").asString()).isEqualTo(row.get("diffusers_lora_file_url"));
        assertThat(answer.at("/config_file/url").asString()).isEqualTo(row.get("config_file_url"));
        assertThat(row).containsEntry("lora_rank", 16);
        assertThat(String.valueOf(row.get("finetune_id"))).matches("[0-9a-f]{64}");
        assertThat(String.valueOf(row.get("training_logs"))).contains("1000");
        assertThat(row).containsEntry("training_progress", 100);
    }
}
