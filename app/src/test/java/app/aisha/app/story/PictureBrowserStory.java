package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.chat.ChatPage;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has an avatar makes pictures of it before the chat page, and looks after them. */
class PictureBrowserStory {

    private static final Timing QUICK =
            new Timing(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(600));

    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> PARTS = new ArrayList<>();

    private static TelegramSimulator telegram;

    private ChatBrowser browser;

    @BeforeAll
    static void somebodyHasAnAvatar() throws Exception {
        ChatBrowser.isInstalled();
        var ffmpeg = Town.ffmpeg();
        var speech = started(OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment())));
        new Control(speech.address()).post("/text", "{\"text\": \"на велосипеде по набережной\"}");
        var fal = started(FalSimulator.start(FalSettings.sandbox().withTiming(QUICK)));
        telegram = started(
                TelegramSimulator.start(TelegramSimulator.Settings.inMemory().withPage(new ChatPage())));
        var models = Map.of(
                "OPENAI_API_KEY", "story-key",
                "OPENAI_BASE_URL", speech.address() + "/v1",
                "CREDITS_GIFT", "500");
        var household = started(
                new Household(folder.resolve("data"), telegram.root(), Variables.both(models, Variables.of(fal))));
        household.runs();
        var session = new AvatarSession(new Control(telegram.root()));
        session.agrees(session.withPhotos("Космонавт", 10), "Космонавт");
    }

    private static <T extends AutoCloseable> T started(T part) {
        PARTS.addFirst(part);
        return part;
    }

    @AfterAll
    static void everythingStops() throws Exception {
        for (var part : PARTS) {
            part.close();
        }
    }

    @BeforeEach
    void opens() {
        browser = ChatBrowser.open(telegram.root());
        browser.chooses("Диля");
        browser.reads("Аватар Космонавт готов!");
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    private void wishes(String words) {
        browser.says("/picture");
        browser.readsLast("Новая картинка");
        browser.says(words);
        browser.readsLast("Вот что получится");
    }

    private void makes(String words) {
        wishes(words);
        browser.taps("Создать 1");
        browser.readsLast("🖼 Космонавт");
    }

    private static Path photo(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void ownWordsAreShownChangedAndTakenBackBeforeTheyBecomeAPicture() throws IOException {
        wishes("на закате у моря, в белой рубашке");
        browser.picture("picture-offer.png");
        browser.taps("Уточнить");
        browser.says("добавь кота");
        browser.readsLast("Вернуть прежние слова");
        browser.readsLast("кот");
        browser.taps("Вернуть прежние слова");
        browser.readsLastNoMore("кот");
        browser.taps("Создать 1");

        browser.readsLast("🖼 Космонавт");
        browser.picture("picture-ready.png");
        browser.taps("Описание");
        browser.readsLast("Из чего сделано");
    }

    @Test
    void aFinishedPictureIsRefinedAndTheOldWordsComeBack() {
        makes("в осеннем парке");
        browser.taps("Уточнить");
        browser.says("сделай зиму");
        browser.readsLast("Вот что получится");
        browser.taps("Вернуть прежние слова");
        browser.readsLast("в осеннем парке");
        browser.taps("Отменить");
        browser.readsLast("Отменено");
    }

    @Test
    void aPictureThatLooksLikeWhatIsWantedIsDescribed() throws IOException {
        browser.says("/picture");
        browser.readsLast("Новая картинка");

        browser.sends(List.of(photo("reference.jpg", PhotoSession.empty(6))));
        browser.readsLast("Вот что получится");
        browser.picture("picture-by-photo.png");
        browser.taps("Создать 1");

        browser.readsLast("🖼 Космонавт");
    }

    @Test
    void aWishIsSpoken() throws IOException {
        browser.says("/picture");
        browser.readsLast("Новая картинка");

        browser.element("mic").click();
        Moment.when("two seconds recorded", () -> browser.text("timer").filter(time -> time.contains("0:02")));
        browser.element("mic-stop").click();

        browser.readsLast("на велосипеде по набережной");
        browser.picture("picture-by-voice.png");
        browser.taps("Создать 1");
        browser.readsLast("🖼 Космонавт");
    }

    @Test
    void favouritesAreFoundAndDeleted() throws IOException {
        makes("в старом замке");
        makes("на вершине горы");
        browser.taps("Избранное");
        browser.says("/gallery");
        browser.readsLast("Нажмите номер");
        browser.picture("gallery.png");

        browser.taps("Избранное");
        browser.readsLast("⭐ избранное");
        browser.picture("gallery-favourites.png");
        browser.taps("1");
        browser.readsLast("на вершине горы");
        browser.picture("gallery-picture.png");
        browser.taps("Удалить");
        browser.readsLast("Удалить эту картинку?");
        browser.taps("Да, удалить");

        browser.readsLast("Таких картинок не нашлось");
        browser.taps("Слова");
        browser.says("замке");
        browser.readsLast("замке");
    }

    @Test
    void onAPhoneNothingSticksOut() throws IOException {
        browser.becomesAPhone();
        browser.says("/picture");
        browser.readsLast("Новая картинка");
        browser.taps("Стили");
        browser.readsLast("выберите раздел");
        browser.picture("styles-phone.png");

        assertThat(browser.nothingSticksOut()).isTrue();
    }
}
