package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What pictures look like, what is wrong with them by order, what they cost and what they wait for. */
class PaintingTest {
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

    @ParameterizedTest
    @CsvSource({
        "1:1,1024,1024,1024,1024",
        "3:4,864,1152,864,1184",
        "4:3,1152,864,1184,864",
        "9:16,720,1280,768,1344",
        "16:9,1280,720,1344,768"
    })
    void theFiveRatiosAreExactlyAsAsked(String ratio, int width, int height, int ownWidth, int ownHeight)
            throws Exception {
        var generated = picture(FLUX, "{'prompt':'a','image_size':{'width':%d,'height':%d}}".formatted(width, height));
        var edited = picture(
                BANANA, "{'prompt':'a','image_urls':['%s'],'aspect_ratio':'%s'}".formatted(photo(Zips.SKIN), ratio));

        assertThat(size(generated)).isEqualTo(new ImageSize(width, height));
        assertThat(size(edited)).isEqualTo(new ImageSize(ownWidth, ownHeight));
    }

    @Test
    void aLoraThatItsOwnerHandsBackPaintsTheSame() throws Exception {
        var trained = URI.create(json(fal.resultOf(PORTRAIT, fal.train()))
                .at("/diffusers_lora_file/url")
                .stringValue());
        var copied = fal.control.putFile(
                "mine.safetensors", "", fal.download(trained.toString()).body());
        var input = "{'prompt':'a','seed':5,'output_format':'png','image_size':'square','loras':[{'path':'%s'}]}";

        assertThat(file(FLUX, input.formatted(copied))).isEqualTo(file(FLUX, input.formatted(trained)));
        assertThat(file(FLUX, input.formatted(copied)))
                .isNotEqualTo(file(FLUX, input.replace(",'loras':[{'path':'%s'}]", "")));
    }

    @Test
    void photosWordsAndSeedEachChangeThePicture() throws Exception {
        var input = "{'prompt':'%s','seed':%d,'image_urls':['%s'],'output_format':'png'}";
        var first = file(BANANA, input.formatted("a cat", 1, photo(Zips.SKIN)));

        assertThat(file(BANANA, input.formatted("a cat", 1, photo(Zips.SKIN)))).isEqualTo(first);
        assertThat(file(BANANA, input.formatted("a cow", 1, photo(Zips.SKIN)))).isNotEqualTo(first);
        assertThat(file(BANANA, input.formatted("a cat", 2, photo(Zips.SKIN)))).isNotEqualTo(first);
        assertThat(file(BANANA, input.formatted("a cat", 1, photo(Color.BLUE)))).isNotEqualTo(first);
    }

    @Test
    void wordsAreWhiteOnADarkBandAndAMarkIsAbove() throws Exception {
        var said = picture(FLUX, "{'prompt':'HHHHHH','seed':1,'image_size':'square_hd','output_format':'png'}");

        assertThat(white(said, 900, 1000))
                .as("six letters of 17 dots of 49 pixels")
                .isEqualTo(6 * 17 * 49L);
        assertThat(white(said, 0, 35)).as("the mark").isGreaterThan(1_000);
        assertThat(white(said, 100, 890)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "flagged,true,true",
        "black,true,false",
        "none,false,false",
    })
    void blackPicturesAreMadeByOrder(String flaw, boolean black, boolean flagged) throws Exception {
        flaw(flaw);
        var output = json(result(FLUX, "{'prompt':'a','image_size':'square'}"));

        assertThat(output.at("/has_nsfw_concepts/0").booleanValue()).isEqualTo(flagged);
        var image = Pictures.read(bytes(output));
        assertThat((image.getRGB(256, 256) & 0xFFFFFF) == 0).isEqualTo(black);
    }

    @Test
    void otherFlawsAreMadeByOrder() throws Exception {
        var input = "{'prompt':'a','image_size':'square'}";
        flaw("wrong_size");
        assertThat(size(picture(FLUX, input))).isEqualTo(new ImageSize(256, 256));
        flaw("page");
        assertThat(bytes(json(result(FLUX, input)))).asString().startsWith("<html>");
        flaw("truncated");
        var half = bytes(json(result(FLUX, input)));
        assertThat(bytes(json(result(FLUX, input)))).hasSizeGreaterThan(half.length);
        flaw("elsewhere");
        assertThat(json(result(FLUX, input)).at("/images/0/url").stringValue()).startsWith("http://elsewhere.invalid/");
        flaw("missing");
        assertThat(json(result(FLUX, input)).path("images")).isEmpty();
        flaw("flagged");
        assertThat(result(BANANA, "{'prompt':'a','image_urls':['%s']}".formatted(photo(Zips.SKIN)))
                        .body())
                .contains("content_policy_violation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fal-ai/z-image/turbo/lora|{'prompt':'a','num_inference_steps':9}|less_than_equal",
                "fal-ai/z-image/base/lora|{'prompt':'a','num_inference_steps':51}|less_than_equal",
                "fal-ai/flux-2/lora|{'prompt':'a','num_inference_steps':3}|greater_than_equal",
                "fal-ai/flux-2/lora|{'prompt':'a','image_size':{'width':500,'height':600}}|greater_than_equal",
                "fal-ai/flux-lora|{'seed':1}|missing",
                "fal-ai/nano-banana/edit|{'prompt':'a','image_urls':['x'],'aspect_ratio':'7:1'}|one_of"
            })
    void whatIsWrongIsTakenAndFailsInTheEnd(String endpoint, String input, String type) throws Exception {
        var failed = result(endpoint, input);

        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(json(failed).at("/detail/0/type").stringValue()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"1024,1024,1,1", "1040,1024,1,2", "720,1280,3,3", "64,64,1,1"})
    void eachMegapixelBegunIsBilled(int width, int height, int number, String units) throws Exception {
        var result = result(
                FLUX,
                "{'prompt':'a','num_images':%d,'image_size':{'width':%d,'height':%d}}"
                        .formatted(number, width, height));

        assertThat(result.headers().firstValue("x-fal-billable-units")).contains(units);
    }

    @Test
    void twoTrainingsStarveAPictureAndOneDoesNot() throws Exception {
        fal.control.plan(Plan.nextTraining().times(2).hold());
        var first = fal.train();
        fal.resultOf(FLUX, fal.submit(FLUX, "{\"prompt\":\"a\",\"image_size\":\"square\"}"));
        fal.train();
        var starving = fal.submit(FLUX, "{\"prompt\":\"a\",\"image_size\":\"square\"}");

        assertThat(fal.status(FLUX, starving).path("status").stringValue()).isEqualTo("IN_QUEUE");
        assertThat(fal.status(FLUX, starving).path("queue_position").intValue()).isZero();

        fal.control.release(first);
        assertThat(fal.resultOf(FLUX, starving).statusCode()).isEqualTo(200);
    }

    private void flaw(String name) throws Exception {
        var plan = "{\"on\":\"generations\",\"ending\":{\"kind\":\"flawed\",\"flaw\":\"%s\"}}".formatted(name);
        assertThat(fal.send(fal.to("/control/plans").POST(BodyPublishers.ofString(plan)))
                        .statusCode())
                .isEqualTo(200);
    }

    private URI photo(Color colour) {
        return fal.control.putFile("p.png", "image/png", Zips.photo(colour, "png"));
    }

    private HttpResponse<String> result(String endpoint, String input) throws Exception {
        return fal.resultOf(endpoint, fal.submit(endpoint, input.replace('\'', '"')));
    }

    private byte[] file(String endpoint, String input) throws Exception {
        return bytes(json(result(endpoint, input)));
    }

    private byte[] bytes(JsonNode output) throws Exception {
        return fal.download(output.at("/images/0/url").stringValue()).body();
    }

    private BufferedImage picture(String endpoint, String input) throws Exception {
        return Pictures.read(file(endpoint, input));
    }

    private static ImageSize size(BufferedImage image) {
        return new ImageSize(image.getWidth(), image.getHeight());
    }

    private static long white(BufferedImage image, int top, int bottom) {
        var count = 0L;
        for (var y = top; y < bottom; y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 1 : 0;
            }
        }
        return count;
    }
}
