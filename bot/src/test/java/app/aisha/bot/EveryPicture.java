package app.aisha.bot;

import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.picture.PictureStep;
import app.aisha.bot.screen.Screen;
import app.aisha.core.Examples;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureExamples;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wording;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.work.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Dilnara's orders and pictures in every state they may be in, each with the longest words. */
final class EveryPicture {

    static final String LONG_NAME = "<&>" + "🎧Ж".repeat(22) + "p";
    private static final String LONG = "Ж<&>".repeat(500);

    private EveryPicture() {}

    /** What the notices about all of them show, and what only words lead to. */
    static Stream<Screen> screens(Desk desk) {
        var avatar = desk.pictureRoom.avatar(desk.dilnara, LONG_NAME);
        var shown = new ArrayList<Screen>();
        shown.addAll(worded(desk, avatar));
        for (var subject : subjects(avatar)) {
            shown.addAll(painted(desk, subject));
        }
        shown.add(desk.say("море", new PictureStep.Wishing(avatar.id(), Optional.empty()), desk.dilnara)
                .screen()
                .orElseThrow());
        shown.add(desk.tap(new PictureAction.TakeStyle(avatar.id(), 0, 0), desk.dilnara)
                .screen()
                .orElseThrow());
        shown.addAll(photographed(desk, Optional.empty(), Optional.empty()));
        shown.addAll(photographed(desk, Optional.of("album"), Optional.of("Ж<&>".repeat(250))));
        shown.addAll(photographed(desk, Optional.of("album"), Optional.of("Ж")));
        desk.dialogs.stream()
                .flatMap(dialog ->
                        dialog
                                .tapped(new PictureAction.Describe(), PictureStep.Collecting.NOTHING, desk.dilnara)
                                .stream())
                .flatMap(turn -> turn.screen().stream())
                .forEach(shown::add);
        return shown.stream();
    }

    private static List<Screen> photographed(Desk desk, Optional<String> album, Optional<String> caption) {
        var photo = new SentPhoto(1, "photo", album);
        return desk.dialogs.stream()
                .flatMap(dialog ->
                        dialog.photographed(photo, caption, PictureStep.Collecting.NOTHING, desk.dilnara).stream())
                .flatMap(turn -> turn.screen().stream())
                .toList();
    }

    static List<Subject> subjects(Avatar.Ready avatar) {
        return List.of(
                new Subject.OfAvatar(avatar.id()),
                new Subject.OfPhotos(Collections.nCopies(Subject.OfPhotos.MOST, new MediaKey("photo"))));
    }

    /** An order that waits for its owner to agree. */
    static PictureOrder.Offered offered(Desk desk, Subject subject) {
        var example = PictureExamples.order(PictureOrder.Offered.class, desk.dilnara.id(), 5);
        var before = example.heading();
        var heading = new PictureOrder.Heading(
                before.id(), before.owner(), subject, before.choice(), before.origin(), before.at(), 1);
        var wording = new Wording(LONG, Optional.of(LONG));
        var offered = new PictureOrder.Offered(heading, List.of(wording, wording), Optional.empty());
        desk.pictureOrders.add(offered);
        return offered;
    }

    private static List<Screen> worded(Desk desk, Avatar.Ready avatar) {
        var shown = new ArrayList<Screen>();
        for (var trouble : Trouble.values()) {
            var offered = offered(desk, new Subject.OfAvatar(avatar.id()));
            var notice = new PictureNotice.Worded(desk.dilnara.id(), offered.id(), trouble, 1);
            shown.add(announced(desk, notice));
            var dropped = offered(desk, new Subject.OfAvatar(avatar.id()));
            desk.pictureOrders.save(dropped.abandoned());
            desk.pictureRoom
                    .announcer
                    .announce(new PictureNotice.Worded(desk.dilnara.id(), dropped.id(), trouble, 2), desk.dilnara)
                    .ifPresent(shown::add);
        }
        return shown;
    }

    static Screen announced(Desk desk, Notice notice) {
        return desk.pictureRoom.announcer.announce(notice, desk.dilnara).orElseThrow();
    }

    private static List<Screen> painted(Desk desk, Subject subject) {
        var shown = new ArrayList<Screen>();
        for (var state : Examples.recordsOf(Picture.class).toList()) {
            for (var count = 1; count <= 4; count++) {
                shown.addAll(ofOrder(desk, subject, state, count));
            }
        }
        return shown;
    }

    private static List<Screen> ofOrder(Desk desk, Subject subject, Class<?> state, int count) {
        var placed = offered(desk, subject).placed();
        desk.pictureOrders.save(placed);
        for (var number = 1; number <= count; number++) {
            stored(desk, placed, number, state, number);
        }
        var all = desk.pictures.of(placed.id());
        var owner = desk.dilnara.id();
        var progressed = announced(desk, new PictureNotice.Progressed(owner, placed.id()));
        return all.stream().allMatch(Picture::isOver)
                ? List.of(
                        progressed,
                        announced(
                                desk,
                                new PictureNotice.Over(
                                        owner, placed.id(), all.getFirst().id(), 1)))
                : List.of(progressed);
    }

    /** A picture of the order in this state, with the hold it has. */
    static Picture stored(Desk desk, PictureOrder.Placed order, int number, Class<?> state, int seed) {
        var queued = PictureExamples.queued(order, number, LONG + LONG_NAME);
        desk.pictures.add(queued);
        queued.openTerms().ifPresent(terms -> hold(desk, queued, terms));
        PictureExamples.path(state, queued, seed).forEach(desk.pictures::save);
        return desk.pictures.find(queued.id()).orElseThrow();
    }

    private static void hold(Desk desk, Picture picture, Picture.Terms terms) {
        desk.wallets.book(
                picture.owner(), new Booking.Grant(picture.id().value(), terms.held(), "what the picture costs"));
        desk.wallets.hold(new Hold(
                terms.hold(),
                picture.owner(),
                new Purpose(Purpose.Kind.PICTURE, picture.id().value()),
                terms.held(),
                desk.clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open()));
    }
}
