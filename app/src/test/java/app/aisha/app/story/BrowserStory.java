package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.aisha.simulators.chat.ChatPage;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A new user sits down before the chat page. */
class BrowserStory {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String SAID = "Завтра в десять встречаемся у входа.";

    @TempDir
    private static Path folder;

    private static TelegramSimulator telegram;
    private static OpenAiSimulator speech;
    private static Household household;
    private static Path recording;

    private ChromeDriver browser;

    @BeforeAll
    static void theSandboxRuns() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Chromium is missing; apt-get install chromium chromium-driver brings it");
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
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--window-size=1200,900");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
        browser.get(telegram.root() + "/");
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aRecordingSentThroughThePageComesBackAsACard() throws IOException {
        becomes("Дильнара", "ru");
        element("start").click();
        reads("Здравствуйте, Дильнара! Я Айша.");

        element("file-input").sendKeys(recording.toAbsolutePath().toString());
        element("attach-send").click();

        reads(SAID);
        picture("chat-page.png");
    }

    @Test
    void aVoiceMessageFromTheMicrophoneComesBackAsACard() {
        becomes("John", "en");
        element("start").click();
        reads("Hello, John! I’m Aisha.");

        element("mic").click();
        Moment.when("two seconds recorded", () -> text("timer").filter(time -> time.contains("0:02")));
        element("mic-stop").click();

        reads(SAID);
        browser.findElements(By.xpath("//*[@data-testid='button'][contains(., 'Full text')]"))
                .getLast()
                .click();
        Moment.when(
                "the document",
                () -> browser.findElements(By.cssSelector("[data-testid=document-link]")).stream()
                        .findFirst());
    }

    @Test
    void onAPhoneNothingSticksOut() {
        becomes("Anna", "en");
        browser.manage().window().setSize(new Dimension(500, 900));
        element("start").click();
        reads("Hello, Anna!");

        assertThat(browser.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private void becomes(String name, String language) {
        element("new-user-name").sendKeys(name);
        element("new-user-language")
                .findElement(By.cssSelector("option[value='%s']".formatted(language)))
                .click();
        element("create-user").click();
    }

    private WebElement element(String name) {
        return Moment.when(
                name + " on the page",
                () -> browser.findElements(By.cssSelector("[data-testid='%s']".formatted(name))).stream()
                        .findFirst());
    }

    private Optional<String> text(String name) {
        return browser.findElements(By.cssSelector("[data-testid='%s']".formatted(name))).stream()
                .map(WebElement::getText)
                .findFirst();
    }

    private void reads(String words) {
        Moment.when(
                "“%s” on the page".formatted(words),
                () -> Optional.of(isRead(words)).filter(seen -> seen));
    }

    /** Asked inside the page, because messages are drawn anew while one looks at them. */
    private boolean isRead(String words) {
        return Boolean.TRUE.equals(browser.executeScript("""
            return [...document.querySelectorAll('[data-testid=message][data-side=theirs]')]
                .some(message => message.innerText.includes(arguments[0]))\
            """, words));
    }

    private void picture(String name) throws IOException {
        var target = Path.of("target", "pictures");
        Files.createDirectories(target);
        Files.write(target.resolve(name), browser.getScreenshotAs(OutputType.BYTES));
    }
}
