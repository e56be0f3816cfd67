package app.aisha.bot.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Attachment;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.picture.Picture.Ready;
import app.aisha.core.picture.PictureId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A person in the gallery: taps what is on the screen, and looks at what comes. Every page has to fit what Telegram takes. */
final class Visit {

    private final Desk desk;
    private final User user;
    private Turn turn;

    Visit(Desk desk, User user) {
        this.desk = desk;
        this.user = user;
        this.turn = desk.command("gallery", "", user).orElseThrow();
    }

    Turn turn() {
        return turn;
    }

    Screen screen() {
        return turn.screen().orElseThrow();
    }

    /** Taps the first button of that label. */
    Visit tap(Text label) {
        return does(buttons()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + label + " among " + labels()))
                .action());
    }

    Visit number(int number) {
        return tap(new GalleryText.NumberButton(number));
    }

    Visit does(Action action) {
        var data = BotSets.pages()
                .page(Screen.saying(new GalleryText.NotFound()).button(new GalleryText.NotFound(), action), Language.RU)
                .rows()
                .getFirst()
                .getFirst()
                .data();
        turn = desk.tap(BotSets.pages().actionOf(data).orElseThrow(), user);
        turn.screen().ifPresent(Visit::fits);
        return this;
    }

    Visit says(String words) {
        var step = ((Turn.Next.Await) turn.next()).step();
        turn = desk.say(
                words, BotSets.steps().unpack(BotSets.steps().pack(step)).orElseThrow(), user);
        return this;
    }

    private static void fits(Screen screen) {
        for (var language : Language.values()) {
            var page = BotSets.pages().page(screen, language);
            assertThat(page.html().replaceAll("<[^>]*>", "").replaceAll("&(lt|gt|amp);", "x"))
                    .hasSizeBetween(1, screen.attachment().isPresent() ? 1024 : 4096);
            assertThat(page.rows().stream().flatMap(List::stream)).allSatisfy(key -> {
                assertThat(key.label()).isNotBlank();
                assertThat(key.data().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
            });
            assertThat(page.rows().stream().flatMap(List::stream).map(key -> key.data()))
                    .doesNotHaveDuplicates();
        }
    }

    private Stream<Button> buttons() {
        return screen().rows().stream().flatMap(List::stream);
    }

    List<Text> labels() {
        return buttons().map(Button::label).toList();
    }

    /** The pictures behind the numbers. */
    List<PictureId> shown() {
        return buttons()
                .map(Button::action)
                .filter(ShownAction.Look.class::isInstance)
                .map(look -> ((ShownAction.Look) look).picture())
                .toList();
    }

    static List<PictureId> ids(List<Ready> pictures) {
        return pictures.stream().map(Ready::id).toList();
    }

    /** The lines of the contact sheet. */
    List<String> sheet() {
        return new String(attachment(Picture.class).bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    <A extends Attachment> A attachment(Class<A> kind) {
        return kind.cast(screen().attachment().orElseThrow());
    }

    String words() {
        return BotSets.pages().page(screen(), Language.EN).html();
    }
}
