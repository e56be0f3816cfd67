package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.digest.Digester.Answer;
import app.aisha.core.digest.Draft;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the digester promises holds at every server that calls itself compatible. */
@Timeout(60)
class OpenAiDigesterTest {

    private static final Excerpt MEETING = DigesterOnSimulator.excerpt(
            "We decided to move the release. The tests are slow.",
            "Anna must send the report by Friday.",
            "Nothing else was said about money.");

    private static final Answer TASKS = new Answer.Written(new Draft.ToDo(List.of(new Draft.Task(
            "Anna must send the report by Friday.",
            Optional.of("S2"),
            Optional.of("by Friday"),
            Optional.of(LocalDate.of(2026, 11, 27)),
            "Anna must send the report by Friday.",
            Optional.of(Duration.ofSeconds(70))))));

    private final DigesterOnSimulator service = new DigesterOnSimulator();

    OpenAiDigesterTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    /** A kind of server, the way it is asked in the end, and all the ways in which it was asked. */
    enum Rung {
        STRICT("{}", "json_schema"),
        OBJECT("{\"json_schema\":false}", "json_schema,json_object"),
        WORDS("{\"json_schema\":false,\"json_object\":false}", "json_schema,json_object,words"),
        FENCE("{\"wrap\":\"fence\"}", "json_schema"),
        PROSE("{\"json_schema\":false,\"json_object\":false,\"wrap\":\"prose\"}", "json_schema,json_object,words"),
        REPAIRED("{\"garbled\":1}", "json_schema,json_object"),
        REPAIRED_IN_WORDS(
                "{\"garbled\":1,\"json_schema\":false,\"json_object\":false}", "json_schema,json_object,words,words"),
        OLD_LIMIT("{\"max_completion_tokens\":false}", "json_schema,json_schema");

        private final String habits;
        private final String asked;

        Rung(String habits, String asked) {
            this.habits = habits;
            this.asked = asked;
        }

        List<String> asked() {
            return List.of(asked.split(",", -1));
        }

        /** The last of them worked. */
        String inTheEnd() {
            return asked().getLast();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyServerIsAskedInTheBestWayItUnderstandsAndInThatWayFromThenOn(Rung rung) throws Exception {
        service.control("/persona", "{\"kind\":\"vllm\"}");
        service.control("/chat-server", rung.habits);
        var digester = service.digester("qwen3");

        assertThat(digester.write(new Request.ToDo(), MEETING)).isEqualTo(TASKS);
        assertThat(service.formsAsked()).isEqualTo(rung.asked());
        assertThat(digester.write(new Request.ToDo(), MEETING)).isEqualTo(TASKS);
        assertThat(service.formsAsked()).hasSize(rung.asked().size() + 1).endsWith(rung.inTheEnd());
    }

    @Test
    void eachRequestBringsItsOwnDraft() throws Exception {
        var digester = service.digester();

        assertThat(digester.write(new Request.Summary(), MEETING))
                .isInstanceOfSatisfying(
                        Answer.Written.class,
                        written -> assertThat(written.draft())
                                .isInstanceOfSatisfying(
                                        Draft.Summary.class,
                                        summary -> assertThat(summary.points())
                                                .hasSize(4)
                                                .first()
                                                .isEqualTo(new Draft.Claim(
                                                        "(simulation) We decided to move the release.",
                                                        "We decided to move the release.",
                                                        Optional.of(Duration.ZERO)))));
        assertThat(digester.write(new Request.Protocol(), MEETING))
                .isInstanceOfSatisfying(
                        Answer.Written.class,
                        written -> assertThat(written.draft())
                                .isInstanceOfSatisfying(Draft.Protocol.class, protocol -> {
                                    assertThat(protocol.participants()).containsExactly("S1", "S2");
                                    assertThat(protocol.agenda()).hasSize(2);
                                    assertThat(protocol.decisions()).hasSize(1);
                                    assertThat(protocol.tasks()).hasSize(1);
                                }));
        assertThat(digester.write(new Request.Question("Who sends the report?"), MEETING))
                .isInstanceOfSatisfying(
                        Answer.Written.class,
                        written -> assertThat(written.draft())
                                .isEqualTo(new Draft.Answer(List.of(new Draft.Claim(
                                        "Anna must send the report by Friday.",
                                        "Anna must send the report by Friday.",
                                        Optional.of(Duration.ofSeconds(70)))))));
        assertThat(digester.write(new Request.Question("Who won the election?"), MEETING))
                .isEqualTo(new Answer.Written(new Draft.Answer(List.of())));
        assertThat(service.formsAsked()).containsOnly("json_schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"refusal\":\"I will not\"}|Refused[reason=I will not]",
                "{\"finish_reason\":\"content_filter\"}|Refused[reason=content_filter]",
                "{\"finish_reason\":\"length\"}|TooLong[]",
                "{\"context\":100}|TooLong[]",
                "{\"garbled\":2}|Garbled[]"
            })
    void whatIsNoDraftSaysSo(String habits, String answer) throws Exception {
        service.control("/chat-server", habits);

        assertThat(service.digester().write(new Request.ToDo(), MEETING)).hasToString(answer);
    }

    @Test
    void aRepairShowsTheModelWhatItSaid() throws Exception {
        service.control("/chat", "{\"match\":\"We decided\",\"answer\":\"I am afraid so.\"}");

        assertThat(service.digester().write(new Request.Summary(), MEETING)).isEqualTo(new Answer.Garbled());

        var messages = service.calls().getLast().path("fields").path("messages");
        assertThat(messages.valueStream().map(turn -> turn.path("role").asString("")))
                .containsExactly("system", "user", "assistant", "user");
        assertThat(messages.path(2).path("content").asString("")).isEqualTo("I am afraid so.");
        assertThat(messages.path(3).path("content").asString("")).contains("list points");
        assertThat(messages.path(0).path("content").asString("")).contains("\"additionalProperties\":false");
    }

    @Test
    void itSaysHowMuchFits() {
        assertThat(service.digester().capacity()).isEqualTo((int) ((8_192 - 2_048 - 2_000) * 1.76));
        assertThat(service.digester().model()).isEqualTo("gpt-6-luna");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/v1, http://a/v1/chat/completions",
        "http://a/v1//, http://a/v1/chat/completions",
        "http://a/x/chat/completions, http://a/x/chat/completions"
    })
    void theAddressIsTakenAsGiven(String base, String chat) {
        var settings = new TextSettings(
                URI.create(base), Optional.empty(), "m", Optional.empty(), 8_192, Duration.ofMinutes(1));

        assertThat(settings.chat()).hasToString(chat);
    }
}
