package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.gallery.ChoiceAction;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.gallery.GalleryText;
import app.aisha.bot.gallery.ShownAction;
import app.aisha.bot.gallery.Ticks;
import app.aisha.bot.gallery.ViewNumber;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A picture is its owner's alone. */
class StrangersGalleryTest {

    private final Desk desk = new Desk();

    @Test
    void aStrangerWithAnyButtonSeesOnlyTheirOwnAndChangesNothing() {
        var avatar = AvatarExamples.draft(desk.dilnara.id(), "Ж secret");
        desk.avatars.add(avatar);
        var picture = desk.galleryRoom.made(desk.dilnara, new Subject.OfAvatar(avatar.id()), "secret beach");
        var ticks = chosen();
        for (var annas = 0; annas < 2; annas++) {
            for (var after : List.of(Optional.<PictureId>empty(), Optional.of(picture.id()))) {
                var forging = new Examples(4)
                        .given(PictureId.class, picture::id)
                        .given(AvatarId.class, avatar::id)
                        .given(ViewNumber.class, () -> new ViewNumber(0))
                        .given(Ticks.class, () -> ticks)
                        .given(Optional.class, () -> after);
                Stream.of(GalleryAction.class, ShownAction.class, ChoiceAction.class)
                        .flatMap(Examples::recordsOf)
                        .filter(type -> !type.equals(GalleryAction.OfAvatar.class))
                        .forEach(type -> isRefused((Action) forging.of(type)));
            }
            isRefused(new GalleryAction.OfAvatar(new ViewNumber(0), Optional.of(avatar.id())));
            assertThat(desk.galleryRoom.now(picture)).isEqualTo(picture);
            desk.galleryRoom.made(desk.anna, new Subject.OfPhotos(List.of(new MediaKey("photo"))), "Anna’s own");
        }
        assertThat(desk.jobs.line()).isEmpty();
    }

    /** Dilnara's choice of her picture, as her button carries it. */
    private Ticks chosen() {
        return desk.tap(new GalleryAction.Open(), desk.dilnara).screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .filter(ChoiceAction.Choose.class::isInstance)
                .map(choose -> new Ticks(((ChoiceAction.Choose) choose).ticks().value() | 1))
                .findFirst()
                .orElseThrow();
    }

    private void isRefused(Action action) {
        var turn = desk.tap(action, desk.anna);
        turn.screen().ifPresent(screen -> {
            var page = BotSets.pages().page(screen, Language.RU);
            assertThat(page.html() + page.rows()).as(action.toString()).doesNotContain("Ж", "secret");
            var enclosed = switch (screen.attachment().orElse(null)) {
                case Picture sheet -> new String(sheet.bytes(), StandardCharsets.UTF_8);
                case StoredPicture shown -> "secret " + shown;
                case Archive archive -> archive.toString();
                case null, default -> "";
            };
            assertThat(enclosed)
                    .as(action.toString())
                    .doesNotContain("secret", desk.dilnara.id().value().toString());
        });
        if (action instanceof ShownAction) {
            assertThat(turn.toast()).contains(new GalleryText.NotFound());
        }
    }
}
