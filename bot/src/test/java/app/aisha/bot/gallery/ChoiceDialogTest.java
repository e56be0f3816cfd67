package app.aisha.bot.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Turn;
import app.aisha.core.media.FlatArchive.Entry;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Picture.Ready;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceDialogTest {

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

    private Visit choosing() {
        return new Visit(desk, desk.dilnara).tap(new ChoiceText.ChooseButton());
    }

    private static List<MediaKey> keys(Visit visit) {
        return visit.attachment(Archive.class).entries().stream()
                .map(Entry::key)
                .toList();
    }

    private static MediaKey key(Ready picture) {
        return picture.files().picture();
    }

    @Test
    void numbersTickAndUntick() {
        made(10);
        var visit = choosing();
        assertThat(visit.labels()).doesNotContain(new ChoiceText.NoneOfPageButton());

        visit.number(2).number(9);

        assertThat(visit.screen().attachment()).isEmpty();
        assertThat(visit.labels())
                .startsWith(new GalleryText.NumberButton(1), new ChoiceText.TickedButton(2))
                .contains(new ChoiceText.TickedButton(9), new ChoiceText.FetchButton(2));
        assertThat(visit.words()).contains("2 pictures are ticked");
        visit.tap(new ChoiceText.TickedButton(2));
        assertThat(visit.words()).contains("1 picture is ticked");
        visit.tap(new ChoiceText.AllOfPageButton());
        assertThat(visit.words()).contains("9 pictures are ticked");
        visit.tap(new ChoiceText.NoneOfPageButton());
        assertThat(visit.screen().text()).isEqualTo(new ChoiceText.ChooseSome());
        assertThat(visit.tap(new ChoiceText.BackToPageButton()).shown()).hasSize(9);
    }

    @Test
    void theChosenOnesComeAsAnArchive() {
        var all = made(4);

        var visit = choosing().number(1).number(3).tap(new ChoiceText.FetchButton(2));

        assertThat(visit.turn().place()).isEqualTo(Turn.Place.BELOW);
        assertThat(visit.attachment(Archive.class))
                .isEqualTo(new Archive(
                        "aisha-2026-11-23.zip",
                        List.of(
                                new Entry(key(all.get(0)), "001-aisha-2026-11-23-150000-1.png"),
                                new Entry(key(all.get(2)), "002-aisha-2026-11-23-150000-1.png")),
                        "Этой картинки в хранилище больше нет."));
        assertThat(visit.words()).contains("2 pictures in full size");
    }

    @Test
    void theChosenOnesAreShownOnceMoreAndDeletedTogether() {
        var all = made(12);
        var visit = choosing().number(1).number(4).number(5).tap(new ChoiceText.DeleteButton(3));
        assertThat(visit.words()).contains("Delete these 3 pictures?");
        assertThat(visit.sheet()).containsExactly("1 picture 11 CHOSEN", "4 picture 8 CHOSEN", "5 picture 7 CHOSEN");
        assertThat(visit.tap(new ChoiceText.KeepButton()).words()).contains("3 pictures are ticked");

        visit.tap(new ChoiceText.DeleteButton(3)).tap(new ChoiceText.ConfirmDeleteButton(3));

        assertThat(visit.turn().toast()).contains(new ChoiceText.Deleted(3));
        assertThat(visit.shown())
                .hasSize(9)
                .doesNotContain(all.get(0).id(), all.get(3).id(), all.get(4).id())
                .contains(all.get(11).id());
        assertThat(desk.jobs.line())
                .filteredOn(PictureJob.RemoveFiles.class::isInstance)
                .hasSize(3);
    }

    @Test
    void aChoiceOnAPageThatHasChangedIsVoid() {
        var all = made(3);
        var visit = choosing().number(1).tap(new ChoiceText.DeleteButton(1));
        made(1);

        visit.tap(new ChoiceText.ConfirmDeleteButton(1));

        assertThat(visit.turn().toast()).contains(new ChoiceText.Changed());
        assertThat(all)
                .allSatisfy(
                        picture -> assertThat(desk.pictures.find(picture.id())).isPresent());
        assertThat(desk.jobs.line()).isEmpty();
    }

    @Test
    void deletingTwiceDeletesOnce() {
        made(3);
        var visit = choosing().number(1).tap(new ChoiceText.DeleteButton(1));
        var twice = new ChoiceAction.Delete(
                View.ALL.number(),
                Optional.empty(),
                Ticks.none(desk.pictures.page(
                                desk.dilnara.id(),
                                View.ALL.filter(desk.clock.instant(), desk.dilnara.zone()),
                                Optional.empty(),
                                9))
                        .turned(0));

        visit.does(twice).does(twice);

        assertThat(visit.turn().toast()).contains(new ChoiceText.Changed());
        assertThat(desk.jobs.line())
                .filteredOn(PictureJob.RemoveFiles.class::isInstance)
                .hasSize(1);
    }

    @Test
    void nothingChosenIsNothingDeletedWhateverAForgedButtonSays() {
        made(2);
        var none = Ticks.none(desk.pictures.page(
                desk.dilnara.id(), View.ALL.filter(desk.clock.instant(), desk.dilnara.zone()), Optional.empty(), 9));
        var number = View.ALL.number();

        for (var action : List.of(
                new ChoiceAction.Fetch(number, Optional.empty(), none),
                new ChoiceAction.AskDelete(number, Optional.empty(), none),
                new ChoiceAction.Delete(number, Optional.empty(), none))) {
            assertThat(choosing().does(action).screen().text()).isEqualTo(new ChoiceText.ChooseSome());
        }
        assertThat(choosing()
                        .does(new ChoiceAction.Delete(number, Optional.empty(), none.turned(7)))
                        .turn()
                        .toast())
                .contains(new ChoiceText.Changed());
    }

    @Test
    void aFewComeInOneArchive() {
        made(10);

        var visit = new Visit(desk, desk.dilnara).tap(new ChoiceText.FetchAllButton());

        assertThat(keys(visit)).hasSize(10);
        assertThat(visit.screen().rows()).isEmpty();
    }

    @Test
    void manyComePartByPartEachOnce() {
        var all = made(23);
        var visit = new Visit(desk, desk.dilnara).tap(new ChoiceText.FetchAllButton());
        assertThat(visit.words()).contains("Pictures 1–10 of 23");
        var keys = new ArrayList<>(keys(visit));
        made(1);

        visit.tap(new ChoiceText.NextPartButton());
        keys.addAll(keys(visit));
        assertThat(visit.attachment(Archive.class).name()).isEqualTo("aisha-2026-11-23-11-20.zip");
        assertThat(visit.attachment(Archive.class).entries().getFirst().name()).startsWith("011-");
        visit.tap(new ChoiceText.NextPartButton());
        keys.addAll(keys(visit));

        assertThat(keys).isEqualTo(all.stream().map(ChoiceDialogTest::key).toList());
        assertThat(visit.screen().rows()).isEmpty();
    }

    @Test
    void onlyWhatTheFilterShowsIsInItsArchive() {
        made(2);
        desk.clock.advance(Duration.ofDays(2));
        var today = made(1);
        var visit = new Visit(desk, desk.dilnara).does(new GalleryAction.Since(View.ALL.number(), Period.TODAY));

        assertThat(keys(visit.tap(new ChoiceText.FetchAllButton()))).containsExactly(key(today.getFirst()));
        var nothing = desk.tap(
                new ChoiceAction.FetchAll(
                        View.ALL.since(Period.TODAY).number(),
                        Optional.of(today.getFirst().id()),
                        1),
                desk.dilnara);
        assertThat(nothing).isEqualTo(Turn.silence().toast(new ChoiceText.NothingToFetch()));
    }
}
