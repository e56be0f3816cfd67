package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GeneratorTest {
    private static final String BANANA = "fal-ai/nano-banana/edit";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    private JsonNode generate(String endpoint, String input) throws Exception {
        return json(fal.resultOf(endpoint, fal.submit(endpoint, input.replace('\'', '"'))));
    }

    private BufferedImage picture(JsonNode output, int index) throws Exception {
        return Pictures.read(
                fal.download(output.path("images").get(index).path("url").stringValue())
                        .body());
    }

    private String lora() throws Exception {
        return json(fal.resultOf(PORTRAIT, fal.train()))
                .at("/diffusers_lora_file/url")
                .stringValue();
    }

    @ParameterizedTest
    @CsvSource({
        "square_hd,1024,1024",
        "square,512,512",
        "portrait_4_3,768,1024",
        "portrait_16_9,576,1024",
        "landscape_4_3,1024,768",
        "landscape_16_9,1024,576"
    })
    void picturesHaveTheSizeAsked(String preset, int width, int height) throws Exception {
        var output = generate(FLUX, "{'prompt':'hi','image_size':'%s'}".formatted(preset));

        assertThat(output.at("/images/0/width").intValue()).isEqualTo(width);
        assertThat(output.at("/images/0/height").intValue()).isEqualTo(height);
        assertThat(output.at("/images/0/content_type").stringValue()).isEqualTo("image/jpeg");
        assertThat(picture(output, 0).getWidth()).isEqualTo(width);
        assertThat(picture(output, 0).getHeight()).isEqualTo(height);
    }

    @Test
    void thePictureShowsThePhotosOfTheLora() throws Exception {
        var output = generate(
                FLUX,
                "{'prompt':'a','image_size':{'width':320,'height':256},'output_format':'png','loras':[{'path':'%s','scale':1.1}]}"
                        .formatted(lora()));

        var middle = new Color(picture(output, 0).getRGB(160, 128));
        assertThat(middle.getRed()).isBetween(Zips.SKIN.getRed() - 12, Zips.SKIN.getRed() + 12);
        assertThat(middle.getBlue()).isBetween(Zips.SKIN.getBlue() - 24, Zips.SKIN.getBlue() + 12);
        assertThat(output.at("/has_nsfw_concepts/0").booleanValue()).isFalse();
        assertThat(output.at("/timings/inference").isNumber()).isTrue();
    }

    @Test
    void theSameSeedPaintsTheSameAndPromptAndSeedMatter() throws Exception {
        var input = "{'prompt':'%s','seed':%d,'image_size':'square','num_images':2}";
        var one = generate(FLUX, input.formatted("a", 9_007_199_254_740_993L));
        var same = generate(FLUX, input.formatted("a", 9_007_199_254_740_993L));
        var otherSeed = generate(FLUX, input.formatted("a", 5));
        var otherPrompt = generate(FLUX, input.formatted("b", 5));

        assertThat(one.path("seed").longValue()).isEqualTo(9_007_199_254_740_993L);
        assertThat(bytes(same, 0)).isEqualTo(bytes(one, 0));
        assertThat(bytes(one, 1)).isNotEqualTo(bytes(one, 0));
        assertThat(bytes(otherSeed, 0)).isNotEqualTo(bytes(one, 0));
        assertThat(bytes(otherPrompt, 0)).isNotEqualTo(bytes(otherSeed, 0));
    }

    private byte[] bytes(JsonNode output, int index) throws Exception {
        return fal.download(output.path("images").get(index).path("url").stringValue())
                .body();
    }

    @Test
    void whatIsFlaggedIsBlack() throws Exception {
        var output = generate("fal-ai/flux-2/lora", "{'prompt':'NSFW','num_images':2}");

        assertThat(output.path("has_nsfw_concepts")).hasToString("[true,true]");
        assertThat(picture(output, 1).getRGB(500, 300) & 0xFFFFFF).isZero();
        var unchecked = generate(FLUX, "{'prompt':'nsfw','enable_safety_checker':false}");
        assertThat(unchecked.at("/has_nsfw_concepts/0").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt':'a','image_size':'huge'}|one_of",
                "{'prompt':'a','image_size':{'width':10,'height':512}}|greater_than_equal",
                "{'prompt':'a','image_size':{'width':512,'height':5000}}|less_than_equal",
                "{'prompt':'a','num_images':5}|less_than_equal",
                "{'prompt':'a','loras':'x'}|list_type",
                "{'prompt':'a','loras':[{}]}|missing",
                "{'prompt':'a','loras':[{'path':'x','scale':5}]}|less_than_equal",
                "{'prompt':'a','loras':[{'path':'http://127.0.0.1:1/x'}]}|file_download_error",
                "{'prompt':'a','output_format':'gif'}|one_of"
            })
    void badInputsFail(String input, String type) throws Exception {
        assertThat(generate(FLUX, input).at("/detail/0/type").stringValue()).isEqualTo(type);
    }

    @Test
    void aLoraMustBeSafetensorsButNeedNotBeOurs() throws Exception {
        var html = fal.control.putFile("l.safetensors", "text/html", Zips.text("<html>Not found</html>"));
        var stranger = fal.control.putFile("l.safetensors", "", Safetensors.write("x", Map.of(), 1));
        var input = "{'prompt':'a','loras':[{'path':'%s'}]}";

        assertThat(generate(FLUX, input.formatted(html)).at("/detail/0/loc"))
                .hasToString("[\"body\",\"loras\",0,\"path\"]");
        assertThat(generate(FLUX, input.formatted(stranger)).path("images")).hasSize(1);
        var four = "{'path':'%s'},".formatted(stranger).repeat(4).replaceFirst(",$", "");
        assertThat(generate("fal-ai/flux-2/lora", "{'prompt':'a','loras':[%s]}".formatted(four))
                        .at("/detail/0/type")
                        .stringValue())
                .isEqualTo("too_long");
    }

    @Test
    void photosAreEditedWithoutTraining() throws Exception {
        var photo = fal.control.putFile("p.jpg", "image/jpeg", Zips.photo(Zips.SKIN, "jpeg"));
        var inline = "data:image/png;base64," + Base64.getEncoder().encodeToString(Zips.photo(Zips.SKIN, "png"));
        var output = generate(
                BANANA,
                "{'prompt':'a','image_urls':['%s','%s'],'aspect_ratio':'3:4','num_images':2}".formatted(photo, inline));

        assertThat(output.path("images")).hasSize(2);
        assertThat(output.has("seed")).isFalse();
        assertThat(picture(output, 0).getHeight()).isEqualTo(1184);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt':'a'}|missing",
                "{'prompt':'a','image_urls':[]}|sequence_too_short",
                "{'prompt':'a','image_urls':['http://127.0.0.1:1/p']}|file_download_error",
                "{'prompt':'a','image_urls':['data:image/png;base64,!']}|file_download_error",
                "{'prompt':'a','image_urls':['data:image/png;base64,AAAA']}|image_load_error",
                "{'prompt':'nsfw','image_urls':['x']}|content_policy_violation"
            })
    void badEditsFail(String input, String type) throws Exception {
        assertThat(generate(BANANA, input).at("/detail/0/type").stringValue()).isEqualTo(type);
    }
}
