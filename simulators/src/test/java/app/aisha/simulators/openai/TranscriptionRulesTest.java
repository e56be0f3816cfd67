package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionRulesTest {
    private static final byte[] SPEECH = Tones.speech(3, 4).wav();
    private static OpenAiSimulator simulator;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(Ffmpeg.program(), Ffmpeg.environment()));
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    private static Client.Form gpt() {
        return Client.upload("gpt-transcribe", "voice.wav", SPEECH);
    }

    private static Client.Form whisper() {
        return Client.upload("whisper-1", "voice.wav", SPEECH);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Client.json(answer).path("error").path("code").asString("null"))
                .isEqualTo(code);
        assertThat(Client.json(answer).path("error").path("message").asString(""))
                .isNotEmpty();
    }

    @Test
    void anUnscriptedUploadSaysItIsASimulationAndHowLongItWas() throws Exception {
        var english = client.transcribe(gpt());
        assertThat(Client.json(english).path("text").stringValue())
                .isEqualTo("This is a simulation: no speech was recognised. The recording lasts 4.0 s.");
        assertThat(Client.json(english).path("languages").toString()).isEqualTo("[{\"code\":\"en\"}]");
        assertThat(Client.json(english).path("usage").toString()).isEqualTo("{\"type\":\"duration\",\"seconds\":4}");
        var russian = client.transcribe(gpt().field("languages[]", "ru").field("languages[]", "en"));
        assertThat(Client.json(russian).path("text").stringValue())
                .isEqualTo("Это симуляция: речь не распознавалась. Длительность записи 4,0 с.");
        assertThat(english.headers().firstValue("x-request-id")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ogg,libopus", "mp3,libmp3lame", "flac,flac", "mp4,aac", "webm,libopus"})
    void everyAcceptedContainerIsDecoded(String container, String codec) throws Exception {
        var audio = Ffmpeg.convert(SPEECH, "-c:a", codec, "-f", container);
        var answer = client.transcribe(Client.upload("gpt-transcribe", "voice." + container, audio));
        assertThat(answer.body()).contains("simulation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice.oga", "voice.opus", "voice", "voice.txt", ""})
    void aFileNameThatSaysNoAcceptedFormatIsRefused(String name) throws Exception {
        assertRefused(client.transcribe(Client.upload("gpt-transcribe", name, SPEECH)), 400, "unsupported_format");
    }

    @Test
    void bytesThatAreNoAudioAreRefused() throws Exception {
        var answer = client.transcribe(
                Client.upload("gpt-transcribe", "a.mp3", "no music".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertRefused(answer, 400, "invalid_value");
        assertThat(answer.body()).contains("corrupted or unsupported");
    }

    @Test
    void aPlaylistNamingAnotherFileIsNotFollowed() throws Exception {
        var playlist = "ffconcat version 1.0\nfile '/etc/hostname'\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertRefused(client.transcribe(Client.upload("gpt-transcribe", "a.mp3", playlist)), 400, "invalid_value");
    }

    @Test
    void lessThanATenthOfASecondIsTooShort() throws Exception {
        var blip = Tones.speech(1, 2).cut(0.3, 0.39).wav();
        assertRefused(client.transcribe(Client.upload("gpt-transcribe", "a.wav", blip)), 400, "audio_too_short");
    }

    @Test
    void gpt4oRefusesMoreThan1400SecondsButGptTranscribeDoesNot() throws Exception {
        var audio = Ffmpeg.convert(Tones.silence(1401).wav(), "-c:a", "flac", "-f", "flac");
        var refused = client.transcribe(Client.upload("gpt-4o-transcribe", "a.flac", audio));
        assertRefused(refused, 400, "invalid_value");
        assertThat(refused.body()).contains("longer than 1400 seconds which is the maximum for this model");
        assertThat(client.transcribe(Client.upload("gpt-transcribe", "a.flac", audio))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void moreThan25MegabytesWithFramingIsTooLarge() throws Exception {
        var form = Client.upload("gpt-transcribe", "a.wav", new byte[26_214_400]);
        var answer = client.transcribe(form);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Client.json(answer).path("error").path("message").stringValue())
                .matches("413: Maximum content size limit \\(26214400\\) exceeded \\(262\\d+ bytes read\\)");
        assertThat(Client.json(answer).path("error").path("type").stringValue()).isEqualTo("server_error");
        assertThat(Client.json(answer).path("usage").path("seconds").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbose_json", "srt", "vtt", "diarized_json"})
    void gptTranscribeKnowsNoTimes(String format) throws Exception {
        assertRefused(client.transcribe(gpt().field("response_format", format)), 400, "unsupported_value");
    }

    @Test
    void gptTranscribeAnswersPlainTextOnRequest() throws Exception {
        var answer = client.transcribe(gpt().field("response_format", "text"));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).startsWith("This is a simulation").endsWith("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "languages[],tt,unsupported_value",
        "languages[],'ru,en',unsupported_value",
        "languages,'[\"ru\"]',unsupported_value",
        "keywords[],a<b,invalid_value",
        "keywords[],'',invalid_value",
        "temperature,2,invalid_value",
        "temperature,warm,invalid_value",
        "include[],logprobs,unsupported_value",
        "timestamp_granularities[],word,invalid_value",
        "stream,maybe,invalid_type"
    })
    void aWrongParameterIsRefused(String name, String value, String code) throws Exception {
        assertRefused(client.transcribe(gpt().field(name, value)), 400, code);
    }

    @Test
    void languageAndLanguagesExcludeEachOther() throws Exception {
        assertRefused(
                client.transcribe(gpt().field("language", "ru").field("languages[]", "ru")), 400, "invalid_value");
    }

    @Test
    void gptTranscribeIgnoresTheSingularLanguageAndUnknownFields() throws Exception {
        var answer = client.transcribe(gpt().field("language", "ru").field("no_such_field", "1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("This is a simulation");
    }

    @Test
    void goodKeywordsAndPromptAreTaken() throws Exception {
        var answer = client.transcribe(
                gpt().field("keywords[]", "Аиша").field("keywords[]", "Kafka").field("prompt", "A lecture"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var call = client.calls().get(client.calls().size() - 1);
        assertThat(call.path("fields").path("keywords[]").toString()).isEqualTo("[\"Аиша\",\"Kafka\"]");
        assertThat(call.path("sha256").stringValue()).hasSize(64);
        assertThat(call.path("seconds").doubleValue()).isEqualTo(4.0);
        assertThat(call.path("model").stringValue()).isEqualTo("gpt-transcribe");
    }

    @Test
    void whisperGivesSubtitlesAndSegments() throws Exception {
        var srt = client.transcribe(whisper().field("response_format", "srt"));
        assertThat(srt.body()).startsWith("1\n00:00:00,000 --> 00:00:03,692\nThis is a simulation");
        var vtt = client.transcribe(whisper().field("response_format", "vtt"));
        assertThat(vtt.body()).startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:03.692\n");
        var verbose = Client.json(client.transcribe(
                whisper().field("response_format", "verbose_json").field("language", "ru")));
        assertThat(verbose.path("language").stringValue()).isEqualTo("russian");
        assertThat(verbose.path("segments").get(0).path("text").stringValue()).startsWith(" Это симуляция");
        assertThat(verbose.path("words").isMissingNode()).isTrue();
    }

    @Test
    void whisperWantsATwoLetterLanguage() throws Exception {
        assertRefused(client.transcribe(whisper().field("language", "russian")), 400, "invalid_language_format");
        assertRefused(
                client.transcribe(whisper()
                        .field("response_format", "verbose_json")
                        .field("timestamp_granularities[]", "letter")),
                400,
                "invalid_value");
    }

    @Test
    void inSilenceOnlyTheOlderModelsInventWords() throws Exception {
        var silence = Tones.silence(2).wav();
        var quiet = Client.json(client.transcribe(Client.upload("gpt-transcribe", "a.wav", silence)));
        assertThat(quiet.path("text").stringValue()).isEmpty();
        assertThat(quiet.path("languages").isEmpty()).isTrue();
        var invented = Client.json(client.transcribe(
                Client.upload("whisper-1", "a.wav", silence).field("response_format", "verbose_json")));
        assertThat(invented.path("text").stringValue()).isEqualTo("Thanks for watching!");
        assertThat(invented.path("segments").get(0).path("no_speech_prob").doubleValue())
                .isGreaterThan(0.9);
    }

    @Test
    void gpt4oCountsTokensAndWeighsThemOnRequest() throws Exception {
        var answer = Client.json(client.transcribe(
                Client.upload("gpt-4o-mini-transcribe", "a.wav", SPEECH).field("include[]", "logprobs")));
        assertThat(answer.path("usage").path("type").stringValue()).isEqualTo("tokens");
        assertThat(answer.path("usage").path("total_tokens").intValue())
                .isEqualTo(answer.path("usage").path("input_tokens").intValue()
                        + answer.path("usage").path("output_tokens").intValue());
        assertThat(answer.path("logprobs").get(0).path("token").stringValue()).isEqualTo("This");
    }

    @Test
    void streamingGivesTheSameTextInPieces() throws Exception {
        var answer = client.transcribe(gpt().field("stream", "true"));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        var said = new StringBuilder();
        String done = "";
        for (var line :
                answer.body().lines().filter(l -> l.startsWith("data: {")).toList()) {
            var event = Json.read(line.substring(6).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            said.append(event.path("delta").asString(""));
            done = event.path("text").asString("");
        }
        assertThat(said.toString()).isEqualTo(done).startsWith("This is a simulation");
        assertThat(answer.body()).endsWith("data: [DONE]\n\n");
        assertThat(client.transcribe(whisper().field("stream", "true")).body()).startsWith("{");
    }

    @Test
    void requiredFieldsAndKnownModelsAreInsistedOn() throws Exception {
        assertRefused(
                client.transcribe(Client.form().file("file", "a.wav", SPEECH)), 400, "missing_required_parameter");
        assertRefused(client.transcribe(Client.form().field("model", "whisper-1")), 400, "missing_required_parameter");
        assertRefused(client.transcribe(Client.upload("whisper-9", "a.wav", SPEECH)), 404, "model_not_found");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() throws Exception {
        var json = client.post("/v1/audio/transcriptions", "{}");
        assertRefused(json, 400, "unsupported_content_type");
        for (var type : new String[] {"multipart/form-data", "multipart/form-data; boundary=other"}) {
            var answer = client.send(client.to("/v1/audio/transcriptions")
                    .header("Authorization", "Bearer key")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("--other\r\nbroken")));
            assertRefused(answer, 400, "null");
        }
    }
}
