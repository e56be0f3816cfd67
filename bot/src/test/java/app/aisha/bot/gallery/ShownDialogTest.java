package app.aisha.bot.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.bot.screen.Turn;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Picture.Ready;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownDialogTest {

    private static final Subject PHOTOS = new Subject.OfPhotos(List.of(new MediaKey("photo")));

    private final Desk desk = new Desk();
    private final GalleryRoom room = desk.galleryRoom;

    /** Newest first. */
    private List<Ready> made(int count) {
        var all = new ArrayList<Ready>();
        for (var i = 0; i < count; i++) {
            all.addFirst(room.made(desk.dilnara, PHOTOS, "picture " + i));
        }
        return all;
    }

    private Visit visit() {
        return new Visit(desk, desk.dilnara);
    }

    private static StoredPicture photo(Visit visit) {
        return visit.attachment(StoredPicture.class);
    }

    @Test
    void aPictureIsShownByTheNameTelegramKnowsItUnder() {
        var picture = made(1).getFirst();
        var known = picture.sent("AgAC");
        desk.pictures.save(known);

        var visit = visit().number(1);

        assertThat(photo(visit))
                .isEqualTo(new StoredPicture(
                        picture.id(),
                        desk.dilnara.id(),
                        StoredPicture.Form.PHOTO,
                        Optional.of("AgAC"),
                        picture.files().picture(),
                        "aisha-2026-11-23-150000-1.png",
                        "Этой картинки в хранилище больше нет."));
        assertThat(visit.words()).contains("<b>From photos</b> · Nov 23, 2026", "1024 × 1024", "<i>picture 0</i>");
        assertThat(visit.labels())
                .containsExactly(
                        new ShownText.LikeButton(),
                        new ShownText.FullSizeButton(),
                        new GalleryText.GalleryButton(),
                        new ShownText.DeleteButton(),
                        new GalleryText.BackToGalleryButton());
    }

    @Test
    void itsWordsAreThoseItsOwnerReads() {
        var avatar = AvatarExamples.draft(desk.dilnara.id(), "Диля <3");
        desk.avatars.add(avatar);
        var subject = new Subject.OfAvatar(avatar.id());
        room.made(desk.dilnara, subject, "tok on a beach", Optional.of("Диля на пляже"));

        assertThat(visit().number(1).words()).contains("<b>Диля &lt;3</b>", "<i>Диля на пляже</i>");
        assertThat(new Visit(desk, desk.dilnara)
                        .does(new GalleryAction.OfAvatar(View.ALL.number(), Optional.of(new AvatarId(new UUID(1, 2)))))
                        .words())
                .contains("deleted avatar");
    }

    @Test
    void oneLeadsToTheNextAcrossPagesAndBackToThePageItIsOn() {
        var all = made(20);
        var visit = visit().number(9);

        visit.tap(new MenuText.OlderButton());
        assertThat(photo(visit).picture()).isEqualTo(all.get(9).id());
        made(3);
        visit.tap(new MenuText.OlderButton());
        assertThat(photo(visit).picture()).isEqualTo(all.get(10).id());
        assertThat(visit.tap(new GalleryText.BackToGalleryButton()).shown()).isEqualTo(Visit.ids(all.subList(9, 18)));

        visit.number(1).tap(new MenuText.NewerButton());
        assertThat(photo(visit).picture()).isEqualTo(all.get(8).id());
        assertThat(visit.tap(new GalleryText.BackToGalleryButton()).shown()).isEqualTo(Visit.ids(all.subList(0, 9)));
    }

    @Test
    void theNeighboursAreThoseOfTheFilter() {
        var all = made(3);
        desk.pictures.save(all.get(0).favourite(true));
        desk.pictures.save(all.get(2).favourite(true));

        var visit = visit().tap(new GalleryText.FavouritesButton()).number(1).tap(new MenuText.OlderButton());

        assertThat(photo(visit).picture()).isEqualTo(all.get(2).id());
        assertThat(visit.labels()).doesNotContain(new MenuText.OlderButton());
    }

    @Test
    void aFavouriteIsMarkedOnceHoweverOftenItIsTapped() {
        var picture = made(1).getFirst();
        var visit = visit().number(1);
        var like = new ShownAction.Like(View.ALL.number(), Optional.empty(), picture.id());

        visit.does(like).does(like);

        assertThat(visit.turn().toast()).contains(new ShownText.Liked());
        assertThat(room.now(picture)).isEqualTo(picture.favourite(true));
        assertThat(visit.words()).startsWith("⭐ ");
        visit.tap(new ShownText.UnlikeButton());
        assertThat(visit.turn().toast()).contains(new ShownText.Unliked());
        assertThat(room.now(picture).favourite()).isFalse();
    }

    @Test
    void theFullSizeComesAsAFileBesideTheScreen() {
        var picture = made(1).getFirst();

        var visit = visit().number(1).tap(new ShownText.FullSizeButton());

        assertThat(visit.turn().place()).isEqualTo(Turn.Place.BELOW);
        assertThat(photo(visit).form()).isEqualTo(StoredPicture.Form.FILE);
        assertThat(photo(visit).known()).isEmpty();
        assertThat(photo(visit).key()).isEqualTo(picture.files().picture());
    }

    @Test
    void deletingIsAskedFirstShowsThePictureAndEndsOnThePage() {
        var all = made(11);
        var visit = visit().number(2).tap(new ShownText.DeleteButton());
        assertThat(photo(visit).picture()).isEqualTo(all.get(1).id());
        assertThat(visit.tap(new ShownText.KeepButton()).labels()).contains(new ShownText.DeleteButton());
        var request = desk.pictures.request(all.get(1).id()).orElseThrow();

        visit.tap(new ShownText.DeleteButton()).tap(new ShownText.ConfirmDeleteButton());

        assertThat(visit.turn().toast()).contains(new ShownText.Deleted());
        assertThat(visit.shown()).hasSize(9).doesNotContain(all.get(1).id());
        assertThat(desk.pictures.find(all.get(1).id())).isEmpty();
        assertThat(desk.jobs.line())
                .containsExactly(
                        new PictureJob.Forget(request),
                        new PictureJob.RemoveFiles(desk.dilnara.id(), all.get(1).id()),
                        new PictureJob.RemovePhotos(desk.dilnara.id(), new MediaKey("photo")));
    }

    @Test
    void aPictureThatIsGoneIsSaidWhateverIsTapped() {
        var all = made(2);
        var gone = all.getFirst().id();
        desk.pictures.delete(all.getFirst());
        var none = Optional.<PictureId>empty();
        var number = View.ALL.number();

        assertThat(List.of(
                        new ShownAction.Look(number, none, gone),
                        new ShownAction.Like(number, none, gone),
                        new ShownAction.Unlike(number, none, gone),
                        new ShownAction.AskDelete(number, none, gone),
                        new ShownAction.Delete(number, none, gone),
                        new ShownAction.FullSize(gone)))
                .allSatisfy(action -> {
                    var visit = visit().does(action);
                    assertThat(visit.turn().toast()).contains(new GalleryText.NotFound());
                    assertThat(visit.shown()).containsExactly(all.get(1).id());
                });
        assertThat(desk.jobs.line()).isEmpty();
    }
}
