package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each server keeps its own rules and words. */
class PersonaTest {

    private static final byte[] SPEECH = Tones.speech(3, 4).wav();
    private static OpenAiSimulator simulator;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(Ffmpeg.program(), Ffmpeg.environment()));
        client = new Client(simulator);
        client.control("text", "{\"text\":\"Добрый день\"}");
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static HttpResponse<String> ask(Persona persona, Client.Form form) throws Exception {
        client.control("persona", "{\"kind\":\"%s\"}".formatted(persona.wireName()));
        return client.upload(persona.path(), form);
    }

    private static Client.Form upload(Persona persona) {
        return Client.upload(model(persona), "voice.wav", SPEECH).field("language", "ru");
    }

    private static String model(Persona persona) {
        return switch (persona) {
            case OPENAI -> "whisper-1";
            case SPEACHES -> "Systran/faster-whisper-small";
            case WHISPERCPP, LOCALAI, GATEWAY -> "any";
            case VLLM -> "openai/whisper-large-v3";
            case GROQ -> "whisper-large-v3";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPEACHES | json | {\"text\":\"Добрый день\"}",
                "SPEACHES | text | Добрый день",
                "WHISPERCPP | json | {\"text\":\" Добрый день\\n\"}",
                "VLLM | json | {\"text\":\"Добрый день\",\"usage\":{\"type\":\"duration\",\"seconds\":4}}",
                "GROQ | json | {\"text\":\"Добрый день\",\"x_groq\":{\"id\":\"req_simulated\"}}",
                "GATEWAY | text | Добрый день"
            })
    void theAnswerHasTheServersOwnShape(Persona persona, String format, String body) throws Exception {
        assertThat(ask(persona, upload(persona).field("response_format", format))
                        .body())
                .isEqualTo(body);
    }

    @Test
    void localAiTellsNanosecondsWhateverItIsAsked() throws Exception {
        var answer = Client.json(ask(Persona.LOCALAI, upload(Persona.LOCALAI).field("response_format", "text")));

        assertThat(answer.path("segments").get(0).path("end").longValue()).isEqualTo(4_000_000_000L);
    }

    @Test
    void vllmTellsTheDurationAsAString() throws Exception {
        var answer = Client.json(ask(Persona.VLLM, upload(Persona.VLLM).field("response_format", "verbose_json")));

        assertThat(answer.path("duration").stringValue()).isEqualTo("4.0");
        assertThat(answer.path("segments").get(0).path("no_speech_prob").isNull())
                .isTrue();
    }

    @Test
    void whisperCppTakesSilenceAboutTheLanguageForEnglish() throws Exception {
        var form = Client.upload("any", "voice.wav", SPEECH);
        assertThat(ask(Persona.WHISPERCPP, form).body()).contains("(speaking in foreign language)");
        var told = Client.upload("any", "voice.wav", SPEECH).field("language", "auto");
        var answer = ask(Persona.WHISPERCPP, told.field("response_format", "text"));

        assertThat(answer.body()).isEqualTo(" Добрый день\n");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.headers().firstValue("server")).hasValue("whisper.cpp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPEACHES | language | auto | 422 | \"loc\":[\"body\",\"language\"]",
                "SPEACHES | response_format | diarized_json | 422 | \"loc\":[\"body\",\"response_format\"]",
                "SPEACHES | timestamp_granularities[] | word | 500 | Internal Server Error",
                "VLLM | language | auto | 400 | \"type\":\"BadRequestError\",\"code\":400",
                "VLLM | model | other | 404 | \"type\":\"NotFoundError\"",
                "GROQ | response_format | srt | 400 | response_format must be one of",
                "GROQ | timestamp_granularities[] | word | 400 | requires response_format verbose_json",
                "GROQ | model | whisper-1 | 404 | model_not_found",
                "GATEWAY | response_format | verbose_json | 400 | not supported by the upstream",
                "GATEWAY | model | whisper-1 | 503 | No available channels"
            })
    void theRefusalHasTheServersOwnWords(Persona persona, String field, String value, int status, String words)
            throws Exception {
        var answer = ask(persona, upload(persona).field(field, value));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPEACHES | 415 | {\"detail\":\"Failed to decode audio",
                "WHISPERCPP | 200 | {\"error\":\"failed to read audio data\"}",
                "LOCALAI | 500 | {\"error\":{\"message\":\"failed to convert the audio",
                "VLLM | 400 | {\"error\":{\"message\":\"Invalid or unsupported audio file.\"",
                "GROQ | 400 | {\"error\":{\"message\":\"Invalid or unsupported audio file.\"",
                "GATEWAY | 400 | Invalid or unsupported audio file. (request id"
            })
    void whatIsNoSoundIsRefused(Persona persona, int status, String words) throws Exception {
        var answer = ask(persona, Client.upload(model(persona), "voice.ogg", new byte[100]));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCALAI, 413, Request Entity Too Large",
        "GROQ, 413, request_too_large",
        "GATEWAY, 413, <html>",
        "VLLM, 400, Maximum file size exceeded"
    })
    void everyServerHasItsOwnLimit(Persona persona, int status, String words) throws Exception {
        var answer = ask(persona, Client.upload(model(persona), "voice.ogg", new byte[persona.largest()]));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "SPEACHES, Not Found",
        "WHISPERCPP, File Not Found",
        "LOCALAI, Resource not found",
        "VLLM, Not Found",
        "GROQ, unknown_url",
        "GATEWAY, nginx"
    })
    void aWrongAddressIsNotFound(Persona persona, String words) throws Exception {
        client.control("persona", "{\"kind\":\"%s\"}".formatted(persona.wireName()));

        var answer = client.upload("/x/audio/transcriptions", upload(persona));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void theModelThatTellsVoicesApartHasRulesOfItsOwn() throws Exception {
        var form = Client.upload("gpt-4o-transcribe-diarize", "voice.wav", SPEECH);
        var answer = Client.json(ask(Persona.OPENAI, form.field("response_format", "diarized_json")));
        assertThat(answer.path("segments").get(0).path("speaker").stringValue()).isEqualTo("A");

        var prompted =
                Client.upload("gpt-4o-transcribe-diarize", "voice.wav", SPEECH).field("prompt", "x");
        assertThat(ask(Persona.OPENAI, prompted).statusCode()).isEqualTo(400);
        var longer = Client.upload(
                "gpt-4o-transcribe-diarize", "voice.wav", Tones.silence(31).wav());
        assertThat(ask(Persona.OPENAI, longer).body()).contains("chunking_strategy is required");
    }
}
