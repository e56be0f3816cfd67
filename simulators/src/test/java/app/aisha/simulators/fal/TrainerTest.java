package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final String FAST = "fal-ai/flux-lora-fast-training";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    private String zip(byte[] bytes) {
        return fal.control.putFile("a.zip", "application/zip", bytes).toString();
    }

    private String firstError(String endpoint, String input) throws Exception {
        var result = fal.resultOf(endpoint, fal.submit(endpoint, input));
        assertThat(result.statusCode()).as(result.body()).isEqualTo(422);
        return json(result).at("/detail/0/type").stringValue() + " "
                + json(result).at("/detail/0/loc/1").stringValue();
    }

    @Test
    void aTrainingLeavesALoraOfItsPhotosAndAConfiguration() throws Exception {
        var result = fal.resultOf(PORTRAIT, fal.train());

        assertThat(result.headers().firstValue("X-Fal-Billable-Units")).contains("1500");
        var lora = json(result).path("diffusers_lora_file");
        assertThat(lora.path("file_name").stringValue()).isEqualTo("pytorch_lora_weights.safetensors");
        var bytes = fal.download(lora.path("url").stringValue()).body();
        assertThat(lora.path("file_size").intValue()).isEqualTo(bytes.length);
        var length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(length % 8).isZero();
        var header =
                Json.read(new String(bytes, 8, length, StandardCharsets.UTF_8)).orElseThrow();
        var a = header.path("transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight");
        var b = header.path("transformer.single_transformer_blocks.0.attn.to_q.lora_B.weight");
        assertThat(a.path("shape")).hasToString("[16,64]");
        assertThat(a.path("data_offsets")).hasToString("[0,2048]");
        assertThat(b.path("shape")).hasToString("[64,16]");
        assertThat(b.path("data_offsets")).hasToString("[2048,%d]".formatted(bytes.length - 8 - length));
        assertThat(header.at("/__metadata__/sim.photos").stringValue()).isEqualTo("10");
        assertThat(Likeness.from(Safetensors.metadata(bytes)).faces()).hasSize(4);

        var config =
                fal.download(json(result).at("/config_file/url").stringValue()).body();
        assertThat(Json.read(config).orElseThrow().path("instance_prompt").stringValue())
                .isEqualTo("TOK_1");
    }

    @Test
    void otherPhotosGiveOtherWeights() throws Exception {
        var one = lora(Zips.photos(10));
        assertThat(lora(Zips.photos(10))).isEqualTo(one);
        assertThat(lora(Zips.photos(11))).isNotEqualTo(one);
    }

    private byte[] lora(byte[] photos) throws Exception {
        var id = fal.submit(PORTRAIT, "{\"images_data_url\":\"%s\"}".formatted(zip(photos)));
        return fal.download(json(fal.resultOf(PORTRAIT, id))
                        .at("/diffusers_lora_file/url")
                        .stringValue())
                .body();
    }

    static Stream<Arguments> badArchives() {
        var photo = Zips.photo(Zips.SKIN, "png");
        return Stream.of(
                Arguments.of(Zips.photos(9), "sequence_too_short"),
                Arguments.of(new byte[0], "file_download_error"),
                Arguments.of(Arrays.copyOf(Zips.photos(10), 900), "file_download_error"),
                Arguments.of(Zips.of(Map.of()), "file_download_error"),
                Arguments.of(Zips.with(10, "folder/1.png", photo), "value_error"),
                Arguments.of(Zips.with(10, "__MACOSX/", new byte[0]), "value_error"),
                Arguments.of(Zips.with(10, "x.heic", photo), "unsupported_image_format"),
                Arguments.of(Zips.with(10, "x.png", Zips.text("no image")), "image_load_error"),
                Arguments.of(Zips.with(10, "x.webp", Zips.text("no image at all")), "image_load_error"),
                Arguments.of(Zips.with(10, "other.txt", Zips.text("a caption")), "value_error"));
    }

    @ParameterizedTest
    @MethodSource("badArchives")
    void badArchivesFail(byte[] archive, String type) throws Exception {
        assertThat(firstError(PORTRAIT, "{\"images_data_url\":\"%s\"}".formatted(zip(archive))))
                .isEqualTo(type + " images_data_url");
    }

    @Test
    void captionsAndWebpAreTaken() throws Exception {
        var photos = Zips.entries(9);
        photos.put("00.txt", Zips.text("photo of [trigger]"));
        photos.put("w.webp", Zips.text("RIFF1234WEBPVP8 "));
        var id = fal.submit(PORTRAIT, "{\"images_data_url\":\"%s\"}".formatted(zip(Zips.of(photos))));

        assertThat(fal.resultOf(PORTRAIT, id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|missing images_data_url",
                "{'images_data_url':7}|string_type images_data_url",
                "{'images_data_url':'Z','steps':0}|greater_than_equal steps",
                "{'images_data_url':'Z','steps':10001}|less_than_equal steps",
                "{'images_data_url':'Z','steps':1.5}|int_type steps",
                "{'images_data_url':'Z','subject_crop':'yes'}|bool_type subject_crop",
                "{'images_data_url':'Z','learning_rate':'low'}|float_type learning_rate",
                "{'images_data_url':'Z','data_archive_format':'tar'}|feature_not_supported data_archive_format",
                "{'images_data_url':'http://127.0.0.1:1/a.zip'}|file_download_error images_data_url",
                "{'images_data_url':'data:application/zip;base64,AA.zip'}|file_download_error images_data_url",
                "{'images_data_url':'https://a b/c.zip'}|file_download_error images_data_url",
                "{'images_data_url':'http://127.0.0.1:1/a'}|value_error images_data_url",
                "{'images_data_url':'http://127.0.0.1:1/a.tar'}|feature_not_supported data_archive_format"
            })
    void badInputsFail(String input, String error) throws Exception {
        var json = input.replace("'Z'", "'%s'".formatted(zip(Zips.photos(10)))).replace('\'', '"');

        assertThat(firstError(PORTRAIT, json)).isEqualTo(error);
    }

    @Test
    void anArchiveThatHasExpiredCannotBeTrained() throws Exception {
        fal.control.plan(Plan.nextTraining().hold());
        var id = fal.train();
        fal.control.releaseAll();
        var photos =
                json(fal.resultOf(PORTRAIT, id)).at("/diffusers_lora_file/url").stringValue();
        fal.control.advance(Duration.ofDays(8));

        assertThat(firstError(
                        PORTRAIT, "{\"images_data_url\":\"%s\",\"data_archive_format\":\"zip\"}".formatted(photos)))
                .isEqualTo("file_download_error images_data_url");
    }

    @Test
    void anArchiveMayLieOnAnotherServer() throws Exception {
        try (var other = Sandbox.quick()) {
            var address = other.control.putFile("b.zip", "application/zip", Zips.photos(4));
            var id = fal.submit(FAST, "{\"images_data_url\":\"%s\",\"trigger_word\":\"TOK\"}".formatted(address));

            assertThat(fal.resultOf(FAST, id).statusCode()).isEqualTo(200);
            assertThat(other.control.calls()).hasSize(1);
        }
    }

    @Test
    void eachTrainerHasItsOwnRules() throws Exception {
        var four = zip(Zips.photos(4));
        assertThat(firstError(FAST, "{\"images_data_url\":\"%s\"}".formatted(zip(Zips.photos(3)))))
                .isEqualTo("sequence_too_short images_data_url");
        assertThat(firstError("fal-ai/turbo-flux-trainer", "{\"images_data_url\":\"%s\"}".formatted(four)))
                .isEqualTo("sequence_too_short images_data_url");
        assertThat(firstError("fal-ai/turbo-flux-trainer", "{\"images_data_url\":\"a\",\"training_style\":\"cubism\"}"))
                .isEqualTo("one_of training_style");
        assertThat(firstError("fal-ai/flux-2-trainer", "{\"images_data_url\":\"%s\"}".formatted(four)))
                .isEqualTo("missing image_data_url");
        for (var endpoint : new String[] {"fal-ai/flux-2-trainer", "fal-ai/z-image-trainer"}) {
            assertThat(firstError(endpoint, "{\"image_data_url\":\"%s\"}".formatted(four)))
                    .isEqualTo("value_error default_caption");
            var id = fal.submit(
                    endpoint, "{\"image_data_url\":\"%s\",\"default_caption\":\"photo of TOK\"}".formatted(four));
            assertThat(fal.resultOf(endpoint, id).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theOutputLivesAsLongAsAsked() throws Exception {
        var sent = fal.send(fal.withKey("/" + PORTRAIT)
                .header("X-Fal-Object-Lifecycle-Preference", "{\"expiration_duration_seconds\":60}")
                .POST(BodyPublishers.ofString(fal.training())));
        var result = fal.resultOf(PORTRAIT, json(sent).path("request_id").stringValue());
        var lora = json(result).at("/diffusers_lora_file/url").stringValue();
        assertThat(fal.download(lora).statusCode()).isEqualTo(200);
        fal.control.advance(Duration.ofSeconds(60));

        assertThat(fal.download(lora).statusCode()).isEqualTo(404);
    }
}
