package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.digest.Digester.DigesterUnavailable;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.PromptWriter.Motif;
import app.aisha.core.picture.PromptWriter.Request;
import app.aisha.core.picture.PromptWriter.WriterUnavailable;
import app.aisha.core.picture.Wording;
import app.aisha.core.work.OperatorAlarm.Alarm;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenAiPromptWriterTest {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final Request AT_SEA = new Request.OfWords("у моря", Motif.SOMEBODY, RUSSIAN);

    @TempDir
    private Path folder;

    private final DigesterOnSimulator service = new DigesterOnSimulator();

    OpenAiPromptWriterTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    private static Wording written(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Written.class);
        return ((Answer.Written) answer).wording();
    }

    private Path picture(Color colour) throws IOException {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, 64, 48);
        canvas.dispose();
        var file = folder.resolve("picture.jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }

    @Test
    void aWishBecomesEnglishWithTheSubjectOnceAndAReadingForItsOwner() throws Exception {
        var wording =
                written(service.writer().write(new Request.OfWords("я космонавт на Марсе", Motif.SOMEBODY, RUSSIAN)));

        assertThat(wording.english()).isEqualTo("{subject}, astronaut on Mars, soft light (simulated enrichment)");
        assertThat(wording.reading()).hasValue("(симуляция) я космонавт на Марсе, мягкий свет");
    }

    @Test
    void whoReadsEnglishNeedsNoReading() throws Exception {
        var wording =
                written(service.writer().write(new Request.OfWords("at the sea", Motif.SOMEBODY, Locale.ENGLISH)));

        assertThat(wording.reading()).isEmpty();
        assertThat(wording.english()).startsWith("{subject}, at the sea");
    }

    @Test
    void aChangeKeepsTheRest() throws Exception {
        var writer = service.writer();
        var first = written(writer.write(AT_SEA));
        var second = written(writer.write(new Request.Changed(first, "ночью", Motif.SOMEBODY, RUSSIAN)));

        assertThat(second.english()).isEqualTo("{subject}, by sea, night, soft light (simulated enrichment)");
        assertThat(second.reading()).hasValue("(симуляция) у моря, ночью, мягкий свет");
        assertThat(service.calls().getLast().toString()).contains(first.english(), "picture-change");
    }

    @Test
    void aPictureIsLookedAtByTheModelForPictures() throws Exception {
        var writer = service.writer("gpt-6-luna", "gpt-4.1-mini");
        writer.write(AT_SEA);
        service.control("/chat-server", "{\"max_completion_tokens\":false}");

        var wording = written(writer.write(
                new Request.OfPicture(picture(new Color(0x101060)), Optional.of("но зимой"), Motif.SOMEBODY, RUSSIAN)));

        assertThat(wording.english())
                .startsWith("{subject}, a picture in dark blue tones, landscape format, but winter");
        assertThat(wording.reading().orElseThrow()).contains("картина в тёмно-синих тонах", "но зимой");
        assertThat(service.calls().stream().map(call -> call.path("model").asString("")))
                .containsExactly("gpt-6-luna", "gpt-4.1-mini", "gpt-4.1-mini");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"images\":false}", "{\"images\":false,\"json_schema\":false}"})
    void aModelThatDoesNotLookAtPicturesIsToldApart(String habits) throws Exception {
        service.control("/chat-server", habits);
        var writer = service.writer();

        assertThat(writer.write(new Request.OfPicture(picture(Color.RED), Optional.empty(), Motif.SOMEBODY, RUSSIAN)))
                .isEqualTo(new Answer.Blind());
        assertThat(service.calls()).hasSize(1);
        assertThat(service.alarms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{'error':{'code':500,'message':'image input is not supported - hint: provide the"
                        + " mmproj','type':'server_error'}}|true",
                "400|{'error':{'message':'messages[1].content must be a string'}}|true",
                "422|{'detail':[{'loc':['body','messages',1,'content'],'msg':'Input should be a valid string'}]}|true",
                "400|{'error':{'message':'unknown variant `image_url`, expected `text`'}}|true",
                "400|{'error':{'message':'x','code':'image_parse_error'}}|false",
                "400|{'error':{'message':'The image is too large'}}|false",
                "400|{'error':{'message':'x','code':'content_filter'}}|false"
            })
    void serversSayInManyWaysThatTheyWillNotLook(int status, String body, boolean blind) throws Exception {
        try (var server = new SpeechServerDouble()) {
            server.answers(_ -> SpeechServerDouble.Answer.of(status, body.replace('\'', '"')));
            var writer = service.writer(DigesterOnSimulator.at(server.base(), "m"));

            assertThat(writer.write(
                            new Request.OfPicture(picture(Color.RED), Optional.empty(), Motif.SOMEBODY, RUSSIAN)))
                    .isInstanceOf(blind ? Answer.Blind.class : Answer.Refused.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true, 2", "2, false, 2"})
    void whatIsGarbledIsAskedForOnceMore(int times, boolean mended, int calls) throws Exception {
        service.control("/chat-server", "{\"garbled\":%d}".formatted(times));

        assertThat(service.writer().write(AT_SEA)).isInstanceOf(mended ? Answer.Written.class : Answer.Garbled.class);
        assertThat(service.calls()).hasSize(calls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"json_schema\":false}|json_schema,json_object",
                "{\"json_schema\":false,\"json_object\":false,\"wrap\":\"prose\"}|json_schema,json_object,words"
            })
    void aServerThatHoldsNoModelToASchemaIsAskedInWords(String habits, String asked) throws Exception {
        service.control("/persona", "{\"kind\":\"vllm\"}");
        service.control("/chat-server", habits);
        var writer = service.writer("qwen3", "qwen3");

        assertThat(written(writer.write(AT_SEA)).english()).startsWith("{subject}, by sea");
        assertThat(service.formsAsked()).isEqualTo(List.of(asked.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"refusal\":\"I will not.\"}", "{\"finish_reason\":\"content_filter\"}"})
    void aRefusalIsAnAnswer(String habits) throws Exception {
        service.control("/chat-server", habits);

        assertThat(service.writer().write(AT_SEA)).isInstanceOf(Answer.Refused.class);
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void whatPassesIsTriedAgainAndWhatDoesNotIsUnavailable() throws Exception {
        service.control("/faults", "{\"kind\":\"overloaded\",\"path\":\"chat\",\"times\":2}");
        written(service.writer().write(AT_SEA));
        assertThat(service.waits()).hasSize(2);

        service.control("/faults", "{\"kind\":\"too_many_requests\",\"retry_after\":300}");
        assertThatThrownBy(() -> service.writer().write(AT_SEA))
                .isInstanceOfSatisfying(
                        WriterUnavailable.class, e -> assertThat(e.pause()).isEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void theOperatorIsToldOnceForDigestsAndPromptsTogether() throws Exception {
        service.control("/faults", "{\"kind\":\"unauthorized\",\"times\":1}");
        var shared = service.service(DigesterOnSimulator.at(service.base("/v1"), "gpt-6-luna"), "OPENAI_TEXT_MODEL");
        var writer = new OpenAiPromptWriter(shared, shared);

        assertThatThrownBy(() -> writer.write(AT_SEA))
                .isInstanceOf(WriterUnavailable.class)
                .message()
                .doesNotContain(DigesterOnSimulator.KEY);
        assertThatThrownBy(() -> new OpenAiDigester(shared)
                        .write(new app.aisha.core.digest.Request.ToDo(), DigesterOnSimulator.excerpt("Hm.")))
                .isInstanceOf(DigesterUnavailable.class);

        assertThat(service.calls()).hasSize(1);
        assertThat(service.alarms()).hasSize(1);
    }

    @Test
    void anUnknownModelForPicturesNamesItsSettingAndLeavesWordsAlone() throws Exception {
        var writer = service.writer("gpt-6-luna", "gpt-0");

        assertThatThrownBy(() -> writer.write(
                        new Request.OfPicture(picture(Color.RED), Optional.empty(), Motif.SOMEBODY, RUSSIAN)))
                .hasMessageContaining("OPENAI_VISION_MODEL");
        written(writer.write(AT_SEA));
        assertThat(service.alarms()).singleElement().isInstanceOf(Alarm.Raised.class);
    }
}
