package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.chat.ChatPage;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new user sits down before the chat page. */
class BrowserStory {

    private static final String SAID = "Завтра в десять встречаемся у входа.";

    @TempDir
    private static Path folder;

    private static TelegramSimulator telegram;
    private static OpenAiSimulator speech;
    private static Household household;
    private static Path recording;

    private ChatBrowser browser;

    @BeforeAll
    static void theSandboxRuns() throws Exception {
        ChatBrowser.isInstalled();
        var ffmpeg = Town.ffmpeg();
        recording = SpokenWords.recording(ffmpeg, folder);
        speech = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
        new Control(speech.address()).post("/text", "{\"text\": \"%s\"}".formatted(SAID));
        telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory().withPage(new ChatPage()));
        household = new Household(folder.resolve("data"), telegram.root(), speech.address());
        household.runs();
    }

    @AfterAll
    static void everythingStops() throws Exception {
        for (var part : new AutoCloseable[] {household, telegram, speech}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void opens() {
        browser = ChatBrowser.open(telegram.root());
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aRecordingSentThroughThePageComesBackAsACard() throws IOException {
        browser.becomes("Дильнара", "ru");
        browser.element("start").click();
        browser.reads("Здравствуйте, Дильнара! Я Айша.");

        browser.sends(List.of(recording));

        browser.reads(SAID);
        browser.picture("chat-page.png");
    }

    @Test
    void aVoiceMessageFromTheMicrophoneComesBackAsACard() {
        browser.becomes("John", "en");
        browser.element("start").click();
        browser.reads("Hello, John! I’m Aisha.");

        browser.element("mic").click();
        Moment.when("two seconds recorded", () -> browser.text("timer").filter(time -> time.contains("0:02")));
        browser.element("mic-stop").click();

        browser.reads(SAID);
        browser.taps("Full text");
        Moment.when(
                "the document", () -> browser.elements("document-link").stream().findFirst());
    }

    @Test
    void onAPhoneNothingSticksOut() {
        browser.becomes("Anna", "en");
        browser.becomesAPhone();
        browser.element("start").click();
        browser.reads("Hello, Anna!");

        assertThat(browser.nothingSticksOut()).isTrue();
    }
}
