package app.aisha.bot;

import app.aisha.bot.gallery.ChoiceAction;
import app.aisha.bot.gallery.ChoiceText;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.gallery.GalleryStep;
import app.aisha.bot.gallery.ViewNumber;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Turn;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Subject;
import java.util.List;

/** A few of Dilnara's pictures, whose words are as long as they can be; few, because each set of them can be chosen. */
final class EveryGalleryPicture {

    private static final String LONG = "<&>" + "🎧Ж ".repeat(600);

    private EveryGalleryPicture() {}

    static void of(Desk desk) {
        var avatar = AvatarExamples.draft(desk.dilnara.id(), "<&>" + "🎧Ж".repeat(22) + "picture");
        desk.avatars.add(avatar);
        var ofAvatar = new Subject.OfAvatar(avatar.id());
        desk.galleryRoom.made(desk.dilnara, ofAvatar, LONG);
        desk.galleryRoom.made(desk.dilnara, new Subject.OfPhotos(List.of(new MediaKey("photo"))), LONG);
        desk.pictures.save(desk.galleryRoom.made(desk.dilnara, ofAvatar, LONG).favourite(true));
    }

    /** All of them chosen, before anything walks by that deletes them; there is another one since, so that agreeing does not. */
    static Turn chosen(Desk desk) {
        var choosing = desk.tap(new GalleryAction.Open(), desk.dilnara).screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .filter(ChoiceAction.Choose.class::isInstance)
                .findFirst()
                .orElseThrow();
        var page = desk.tap(choosing, desk.dilnara);
        var all = page.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(new ChoiceText.AllOfPageButton()))
                .findFirst()
                .orElseThrow();
        var asking = desk.tap(all.action(), desk.dilnara).screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .filter(ChoiceAction.AskDelete.class::isInstance)
                .findFirst()
                .orElseThrow();
        var asked = desk.tap(asking, desk.dilnara);
        desk.galleryRoom.made(desk.dilnara, new Subject.OfPhotos(List.of(new MediaKey("photo"))), LONG);
        return asked;
    }

    /** What has the words. */
    static Turn found(Desk desk) {
        return desk.say(LONG, new GalleryStep.Looking(new ViewNumber(0)), desk.dilnara);
    }
}
