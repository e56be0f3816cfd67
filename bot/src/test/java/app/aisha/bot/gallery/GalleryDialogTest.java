package app.aisha.bot.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Turn;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Picture.Ready;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GalleryDialogTest {

    private static final Subject PHOTOS = new Subject.OfPhotos(List.of(new MediaKey("photo")));

    private final Desk desk = new Desk();
    private final GalleryRoom room = desk.galleryRoom;

    /** Newest first. */
    private List<Ready> made(int count) {
        var all = new ArrayList<Ready>();
        for (var i = 0; i < count; i++) {
            all.addFirst(made(PHOTOS, "picture " + i));
        }
        return all;
    }

    private Ready made(Subject subject, String prompt) {
        return room.made(desk.dilnara, subject, prompt);
    }

    private Subject avatar(String name) {
        var draft = AvatarExamples.draft(desk.dilnara.id(), name);
        desk.avatars.add(draft);
        return new Subject.OfAvatar(draft.id());
    }

    private static AvatarId id(Subject avatar) {
        return ((Subject.OfAvatar) avatar).avatar();
    }

    private Visit visit() {
        return new Visit(desk, desk.dilnara);
    }

    @Test
    void theNewestAreOnOneNumberedSheet() {
        var all = made(11);
        desk.pictures.save(room.now(all.get(1)).favourite(true));

        var visit = visit();

        assertThat(visit.sheet())
                .startsWith("1 picture 10 NONE", "2 picture 9 FAVOURITE", "3 picture 8 NONE")
                .hasSize(9);
        assertThat(visit.shown()).isEqualTo(Visit.ids(all.subList(0, 9)));
        assertThat(visit.words()).contains("11 pictures").doesNotContain("🔎");
        assertThat(visit.labels()).doesNotContain(new GalleryText.ClearButton(), new MenuText.NewerButton());
        assertThat(desk.tap(new GalleryAction.Open(), desk.dilnara)).isEqualTo(visit.turn());
    }

    @Test
    void anEmptyGalleryOffersToMakeTheFirstPicture() {
        assertThat(visit().labels()).containsExactly(new GalleryText.GalleryButton(), new MenuText.BackButton());
    }

    @Test
    void aStoreThatIsAwayLeavesWordsAndButtons() {
        made(2);
        room.media.setAway(true);

        var visit = visit();

        assertThat(visit.screen().attachment()).isEmpty();
        assertThat(visit.shown()).hasSize(2);
    }

    @Test
    void pagesTurnBothWaysAndMeetEveryPictureOnceWhileNewOnesCome() {
        var all = made(25);
        var visit = visit();
        var seen = new ArrayList<>(visit.shown());

        made(4);
        visit.tap(new MenuText.OlderButton());
        seen.addAll(visit.shown());
        made(1);
        visit.tap(new MenuText.OlderButton());
        seen.addAll(visit.shown());

        assertThat(seen).isEqualTo(Visit.ids(all));
        assertThat(visit.labels()).doesNotContain(new MenuText.OlderButton());

        visit.tap(new MenuText.NewerButton());
        assertThat(visit.shown()).isEqualTo(Visit.ids(all.subList(9, 18)));
        visit.tap(new MenuText.NewerButton());
        assertThat(visit.shown()).isEqualTo(Visit.ids(all.subList(0, 9)));
        visit.tap(new MenuText.NewerButton());
        assertThat(visit.shown()).hasSize(9).doesNotContainAnyElementsOf(Visit.ids(all.subList(4, 25)));
        assertThat(visit.labels()).doesNotContain(new MenuText.NewerButton());
    }

    @Test
    void aPageThatIsGoneAltogetherGivesWayToTheFirst() {
        var all = made(10);
        var last = new GalleryAction.Browse(
                View.ALL.number(), Optional.of(all.get(8).id()));
        desk.pictures.delete(all.get(9));

        assertThat(visit().does(last).shown()).isEqualTo(Visit.ids(all.subList(0, 9)));
    }

    @Test
    void filtersNarrowTogetherAndAreClearedAtOnce() {
        var dilya = avatar("Dilya");
        var anna = avatar("Anna");
        made(PHOTOS, "beach");
        made(anna, "beach at night");
        var wanted = made(dilya, "a BEACH at night");
        desk.pictures.save(wanted.favourite(true));
        made(dilya, "beach at noon");

        var visit = visit().tap(new GalleryText.AvatarButton());
        visit.does(new GalleryAction.OfAvatar(View.ALL.number(), Optional.of(id(dilya))));
        assertThat(visit.shown()).hasSize(2);
        visit.tap(new GalleryText.WordsButton()).says(" night \n beach ");
        assertThat(visit.shown()).containsExactly(wanted.id());
        visit.tap(new GalleryText.FavouritesButton());
        assertThat(visit.shown()).containsExactly(wanted.id());
        visit.tap(new GalleryText.PeriodButton()).tap(new GalleryText.TodayItem());

        assertThat(visit.shown()).containsExactly(wanted.id());
        assertThat(visit.words()).contains("1 picture\n🔎 Showing · Dilya · ⭐ favourites · today · “night beach”");
        visit.tap(new GalleryText.WordsButton()).tap(new GalleryText.AnyWordsButton());
        assertThat(visit.words()).doesNotContain("beach");
        assertThat(visit.tap(new GalleryText.ClearButton()).shown()).hasSize(4);
    }

    @Test
    void whatIsFilteredIsTickedWhereItIsChosen() {
        made(avatar("Dilya"), "beach");

        var visit = visit().tap(new GalleryText.PeriodButton()).tap(new GalleryText.WeekItem());

        assertThat(visit.tap(new GalleryText.PeriodButton()).labels())
                .contains(new GalleryText.OnItem(new GalleryText.WeekItem()), new GalleryText.EverItem());
        assertThat(visit.tap(new GalleryText.BackToGalleryButton()).words()).contains("this week");
        assertThat(visit.tap(new GalleryText.AvatarButton()).labels())
                .contains(new GalleryText.OnItem(new GalleryText.AnyAvatarItem()));
    }

    @Test
    void daysAreCountedByThePersonsClock() {
        desk.clock.set(Instant.parse("2026-11-22T18:59:59Z"));
        var yesterday = made(PHOTOS, "yesterday in Almaty");
        desk.clock.advance(Duration.ofSeconds(1));
        var today = made(PHOTOS, "just after midnight");
        desk.clock.advance(Duration.ofHours(20));
        var periods = visit().tap(new GalleryText.PeriodButton());

        assertThat(periods.tap(new GalleryText.TodayItem()).shown()).containsExactly(today.id());
        desk.clock.advance(Duration.ofDays(6));
        assertThat(visit().does(new GalleryAction.Since(View.ALL.number(), Period.WEEK))
                        .shown())
                .containsExactly(today.id());
        desk.clock.advance(Duration.ofDays(22));
        assertThat(visit().does(new GalleryAction.Since(View.ALL.number(), Period.MONTH))
                        .shown())
                .containsExactly(today.id(), yesterday.id());
        desk.clock.advance(Duration.ofDays(1));
        assertThat(visit().does(new GalleryAction.Since(View.ALL.number(), Period.MONTH))
                        .shown())
                .containsExactly(today.id());
    }

    @Test
    void whereNothingIsLeftThereIsAWayOut() {
        made(1);

        var visit = visit().tap(new GalleryText.WordsButton()).says("<nothing>");

        assertThat(visit.shown()).isEmpty();
        assertThat(visit.words()).contains("no such pictures", "“&lt;nothing&gt;”");
        assertThat(visit.tap(new GalleryText.ClearButton()).shown()).hasSize(1);
    }

    @Test
    void wordsThatSayNothingAreAskedForAgain() {
        made(1);
        var visit = visit().tap(new GalleryText.WordsButton());
        assertThat(visit.turn().next()).isEqualTo(new Turn.Next.Await(new GalleryStep.Looking(View.ALL.number())));

        visit.says(" \n ");

        assertThat(visit.screen().text()).isEqualTo(new GalleryText.BlankWords());
        assertThat(visit.says("picture").shown()).hasSize(1);
    }

    @Test
    void theCommandTakesWordsToo() {
        var beach = made(PHOTOS, "beach");
        made(PHOTOS, "forest");

        var turn = desk.command("gallery", "beach", desk.dilnara).orElseThrow();

        assertThat(turn.screen().orElseThrow().rows().getFirst().stream().map(Button::action))
                .containsExactly(new ShownAction.Look(
                        new View(Optional.empty(), false, Period.EVER, Optional.of("beach")).number(),
                        Optional.empty(),
                        beach.id()));
    }

    @Test
    void aFilterNobodyRemembersIsSaidAndAllIsShown() {
        made(2);
        var visit = visit().tap(new GalleryText.WordsButton()).says("picture 1");
        var old = new GalleryAction.Favourites(
                new View(Optional.empty(), false, Period.EVER, Optional.of("picture 1")).number());
        assertThat(visit.does(old).turn().toast()).isEmpty();
        room.memory.forget(desk.dilnara.chat());

        visit.does(new GalleryAction.Browse(old.view(), Optional.of(new PictureId(new UUID(-1, -1)))));

        assertThat(visit.turn().toast()).contains(new GalleryText.Forgotten());
        assertThat(visit.shown()).hasSize(2);
        assertThat(visit.words()).doesNotContain("🔎");
    }

    @Test
    void figuresAreCountedAndLeadBack() {
        var dilya = avatar("Dilya");
        made(dilya, "beach");
        desk.pictures.save(made(PHOTOS, "forest").favourite(true));

        var visit = visit().tap(new GalleryText.FiguresButton());

        assertThat(visit.words()).contains("Pictures: 2", "Favourites: 1", "Space: 2 MB", "Nov 23, 2026", "Dilya: 1");
        assertThat(visit.tap(new GalleryText.BackToGalleryButton()).shown()).hasSize(2);
        assertThat(visit.tap(new MenuText.MenuButton()).turn())
                .isEqualTo(desk.tap(new MenuAction.OpenMenu(), desk.dilnara));
    }
}
