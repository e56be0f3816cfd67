package app.aisha.app.story;

import app.aisha.simulators.chat.ChatPage;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody new makes their first avatar before the chat page. */
class AvatarBrowserStory {

    @TempDir
    private Path folder;

    @Test
    void fromStartToReady() throws Exception {
        ChatBrowser.isInstalled();
        var timing = new Timing(Duration.ofSeconds(6), Duration.ofSeconds(1), Duration.ofMillis(200));
        try (var telegram = TelegramSimulator.start(
                        TelegramSimulator.Settings.inMemory().withPage(new ChatPage()));
                var fal = FalSimulator.start(FalSettings.sandbox().withTiming(timing));
                var household = new Household(folder.resolve("data"), telegram.root(), Variables.of(fal))) {
            household.runs();
            try (var browser = ChatBrowser.open(telegram.root())) {
                makesAnAvatar(browser);
            }
        }
    }

    private void makesAnAvatar(ChatBrowser browser) throws IOException {
        browser.becomes("Дильнара", "ru");
        browser.element("start").click();
        browser.reads("Здравствуйте, Дильнара! Я Айша.");
        browser.taps("Мои аватары");
        browser.taps("Создать аватар");
        browser.reads("шаг 1 из 4");
        browser.taps("Портрет — советую");
        browser.taps("Женщина");
        browser.reads("Как его назвать?");
        browser.says("Космонавт");
        browser.reads("шаг 4 из 4");

        browser.sends(photos());
        browser.reads("12 хороших фотографий");
        browser.picture("avatar-photos.png");
        browser.taps("Посмотреть");
        browser.reads("✅ Подходит");
        browser.picture("avatar-gallery.png");
        browser.taps("К фотографиям");
        browser.reads("12 хороших фотографий");
        browser.taps("Продолжить");
        browser.taps("Быстро");
        browser.reads("Проверьте перед обучением");
        browser.picture("avatar-offer.png");
        browser.taps("Обучить за 100 кредитов");
        browser.reads("обучается");

        browser.reads("Аватар Космонавт готов!");
        browser.picture("avatar-ready.png");
    }

    private List<Path> photos() throws IOException {
        var files = new ArrayList<Path>();
        for (var photo : PhotoSession.portraits(12, 2_611)) {
            files.add(Files.write(folder.resolve("photo-%02d.jpg".formatted(files.size() + 1)), photo));
        }
        return files;
    }
}
