package app.aisha.app.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium before the chat page, and what somebody can do there. */
final class ChatBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver browser;

    private ChatBrowser(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Skips the story where there is no Chromium. */
    static void isInstalled() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Chromium is missing; apt-get install chromium chromium-driver brings it");
    }

    static ChatBrowser open(URI page) {
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
        var chrome = new ChatBrowser(new ChromeDriver(service, options));
        chrome.browser.get(page + "/");
        return chrome;
    }

    void becomes(String name, String language) {
        element("new-user-name").sendKeys(name);
        element("new-user-language")
                .findElement(By.cssSelector("option[value='%s']".formatted(language)))
                .click();
        element("create-user").click();
    }

    /** Is this person, who is known already. */
    void chooses(String name) {
        Moment.when(
                        name + " among the people",
                        () -> elements("user").stream()
                                .filter(user -> user.getText().contains(name))
                                .findFirst())
                .click();
    }

    /** Sends files as the page does with what was chosen. */
    void sends(List<Path> files) {
        element("file-input")
                .sendKeys(files.stream()
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(Collectors.joining("\n")));
        element("attach-send").click();
    }

    void says(String words) {
        element("input").sendKeys(words);
        element("send").click();
    }

    /** Taps the lowest button with these words. */
    void taps(String words) {
        Moment.when("a button “%s”".formatted(words), () -> buttons(words).reduce((_, later) -> later));
        Moment.when(
                "the button “%s” tapped".formatted(words),
                () -> Optional.of(tapped(words)).filter(done -> done));
    }

    private Stream<WebElement> buttons(String words) {
        return browser
                .findElements(By.xpath("//*[@data-testid='button'][contains(., '%s')]".formatted(words)))
                .stream();
    }

    /** Within the page, because messages are drawn anew while one looks at them. */
    private boolean tapped(String words) {
        return Boolean.TRUE.equals(browser.executeScript("""
            const all = [...document.querySelectorAll('[data-testid=button]')]
                .filter(button => button.innerText.includes(arguments[0]));
            all.at(-1)?.click();
            return all.length > 0\
            """, words));
    }

    WebElement element(String name) {
        return Moment.when(name + " on the page", () -> elements(name).stream().findFirst());
    }

    List<WebElement> elements(String name) {
        return browser.findElements(By.cssSelector("[data-testid='%s']".formatted(name)));
    }

    Optional<String> text(String name) {
        return elements(name).stream().map(WebElement::getText).findFirst();
    }

    void reads(String words) {
        Moment.when(
                "“%s” on the page".formatted(words),
                () -> Optional.of(isRead(words)).filter(seen -> seen));
    }

    private boolean isRead(String words) {
        return Boolean.TRUE.equals(browser.executeScript("""
            return [...document.querySelectorAll('[data-testid=message][data-side=theirs]')]
                .some(message => message.innerText.includes(arguments[0]))\
            """, words));
    }

    /** Waits until the lowest message has these words. */
    void readsLast(String words) {
        Moment.when(
                "“%s” at the end of the page".formatted(words),
                () -> Optional.of(isReadLast(words)).filter(seen -> seen));
    }

    /** Waits until the lowest message has these words no more. */
    void readsLastNoMore(String words) {
        Moment.when(
                "the end of the page without “%s”".formatted(words),
                () -> Optional.of(isReadLast(words)).filter(seen -> !seen));
    }

    private boolean isReadLast(String words) {
        return Boolean.TRUE.equals(browser.executeScript("""
            const all = [...document.querySelectorAll('[data-testid=message]')];
            return all.at(-1)?.dataset.side === 'theirs' && all.at(-1).innerText.includes(arguments[0])\
            """, words));
    }

    void becomesAPhone() {
        browser.manage().window().setSize(new Dimension(500, 900));
    }

    boolean nothingSticksOut() {
        return Boolean.TRUE.equals(browser.executeScript(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    void picture(String name) throws IOException {
        var target = Path.of("target", "pictures");
        Files.createDirectories(target);
        Files.write(target.resolve(name), browser.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        browser.quit();
    }
}
