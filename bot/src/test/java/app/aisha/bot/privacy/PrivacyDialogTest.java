package app.aisha.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.StoredFile;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.PhotoRetention;
import app.aisha.core.privacy.Belongings;
import app.aisha.core.privacy.Erasure;
import app.aisha.core.privacy.ErasuresContract;
import app.aisha.core.privacy.Export;
import app.aisha.core.privacy.ExportId;
import app.aisha.core.privacy.InMemoryRecords;
import app.aisha.core.privacy.PrivacyJob;
import app.aisha.core.privacy.PrivacyNotice;
import app.aisha.core.privacy.Trace;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivacyDialogTest {

    private final Desk desk = new Desk();

    private static String words(Turn turn) {
        return words(turn.screen().orElseThrow(), Language.EN);
    }

    private static String words(Screen screen, Language language) {
        return BotSets.pages().page(screen, language).html();
    }

    private static Action button(Turn turn, Class<?> type) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(row -> row.stream())
                .map(button -> button.action())
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyServicesThatAreElsewhereAreNamed() {
        assertThat(words(desk.command("privacy", desk.anna).orElseThrow()))
                .contains("speech.example", "words.example", "pictures.example")
                .doesNotContain("to no other service");

        var here =
                new PrivacyScreens(new Elsewheres(Optional.empty(), Optional.empty(), Optional.empty()), new Texts());
        assertThat(words(here.privacy(desk.anna), Language.EN))
                .contains("nothing on to any other service")
                .doesNotContain("example");
    }

    @Test
    void photosAreSaidToStayAsLongAsTheSettingsSay() {
        var chosen =
                desk.anna.preferring(desk.anna.preferences().withPhotoRetention(PhotoRetention.DELETE_AFTER_7_DAYS));

        assertThat(words(desk.command("privacy", chosen).orElseThrow()))
                .contains("for 7 days after the avatar is ready");
    }

    @Test
    void aCopyIsAskedForOnce() {
        assertThat(words(desk.tap(new PrivacyAction.AskForCopy(), desk.anna))).contains("putting together");
        assertThat(words(desk.tap(new PrivacyAction.AskForCopy(), desk.anna))).contains("being put together");
        assertThat(desk.jobs.line()).hasSize(1).hasOnlyElementsOfType(PrivacyJob.Export.class);

        var asked = (Export.Asked) desk.privacyRoom.exports.of(desk.anna.id()).orElseThrow();
        desk.privacyRoom.exports.save(asked.written(1, 0, desk.clock.instant()));
        assertThat(words(desk.tap(new PrivacyAction.AskForCopy(), desk.anna))).contains("not long ago");
    }

    @Test
    void leavingIsAskedTwiceAndSaysWhatGoes() {
        desk.privacyRoom.records.keep(
                desk.anna.id(),
                new InMemoryRecords.Kept(new Belongings(3, 2, 1, 12, 40, new Credits(70), 270), List.of(), Set.of()));

        var first = desk.command("delete_my_data", desk.anna).orElseThrow();
        assertThat(words(first))
                .contains("3 recordings", "2 documents", "1 avatar", "12 photos", "40 pictures", "70 credits", "270 ⭐");
        var last = desk.tap(button(first, PrivacyAction.GoOnLeaving.class), desk.anna);
        assertThat(words(last)).contains("Nobody can bring back");
        assertThat(desk.users.find(desk.anna.id())).isPresent();

        assertThat(words(desk.tap(button(last, PrivacyAction.Leave.class), desk.anna)))
                .contains("Your account is deleted");
        assertThat(desk.users.find(desk.anna.id())).isEmpty();
        assertThat(words(desk.tap(button(last, PrivacyAction.Leave.class), desk.anna)))
                .contains("any more");
    }

    @Test
    void anOldLastQuestionIsAskedAgain() {
        desk.privacyRoom.records.keep(
                desk.anna.id(), new InMemoryRecords.Kept(InMemoryRecords.NOTHING, List.of(), Set.of()));
        var last = desk.tap(new PrivacyAction.GoOnLeaving(), desk.anna);
        desk.clock.advance(Duration.ofMinutes(11));

        var turn = desk.tap(button(last, PrivacyAction.Leave.class), desk.anna);

        assertThat(turn.toast()).contains(new PrivacyText.AskedTooLongAgo());
        assertThat(desk.users.find(desk.anna.id())).isPresent();
    }

    @Test
    void aQuestionOfTheFutureOrOfAnEarlierLifeIsAskedAgain() {
        desk.privacyRoom.records.keep(
                desk.anna.id(), new InMemoryRecords.Kept(InMemoryRecords.NOTHING, List.of(), Set.of()));
        var now = desk.clock.instant().toEpochMilli();
        desk.privacyRoom.records.arrived(desk.anna.id(), Instant.ofEpochMilli(now - 60));

        for (var asked : List.of(now + 60, Long.MAX_VALUE, Long.MIN_VALUE, now - 61)) {
            assertThat(desk.tap(new PrivacyAction.Leave(asked), desk.anna).toast())
                    .contains(new PrivacyText.AskedTooLongAgo());
        }
        assertThat(desk.users.find(desk.anna.id())).isPresent();
    }

    /** A button that knew only the second would ask whoever leaves in the second of their arrival over and over. */
    @Test
    void whoCameAMomentAgoMayLeave() {
        desk.privacyRoom.records.keep(
                desk.anna.id(), new InMemoryRecords.Kept(InMemoryRecords.NOTHING, List.of(), Set.of()));
        desk.privacyRoom.records.arrived(desk.anna.id(), desk.clock.instant());
        desk.clock.advance(Duration.ofMillis(5));

        var last = desk.tap(new PrivacyAction.GoOnLeaving(), desk.anna);
        desk.tap(button(last, PrivacyAction.Leave.class), desk.anna);

        assertThat(desk.users.find(desk.anna.id())).isEmpty();
    }

    @Test
    void partsOfACopyAreTheirOwnersAlone() {
        var announcer = new PrivacyAnnouncer(
                desk.privacyRoom.exports,
                new PrivacyScreens(new Elsewheres(Optional.empty(), Optional.empty(), Optional.empty()), new Texts()));
        var asked = new Export.Asked(new ExportId(UUID.randomUUID()), desk.anna.id(), desk.clock.instant());
        desk.privacyRoom.exports.add(asked);
        desk.privacyRoom.exports.save(asked.written(2, 3, desk.clock.instant()));

        var notice = new PrivacyNotice.ExportReady(desk.anna.id(), asked.id(), 2);
        var screen = announcer.announce(notice, desk.anna).orElseThrow();

        assertThat(words(screen, Language.EN)).contains("part 2 of 2", "3 files did not fit", "left-out.txt");
        assertThat(screen.attachment())
                .get()
                .isInstanceOfSatisfying(
                        StoredFile.class, file -> assertThat(file.name()).isEqualTo("aisha-2.zip"));
        assertThat(announcer.announce(notice, desk.dilnara)).isEmpty();
        assertThat(announcer.announce(new PrivacyNotice.ExportReady(desk.anna.id(), asked.id(), 3), desk.anna))
                .isEmpty();
    }

    @Test
    void theLastWordTellsWhatWasLeftAndWhy() {
        var begun = ErasuresContract.example();
        var fates = List.of(Trace.Fate.REMOVED, Trace.Fate.REFUSED, Trace.Fate.UNREACHABLE, Trace.Fate.UNANSWERED);
        var traces = IntStream.range(0, fates.size())
                .mapToObj(
                        i -> new Trace(i, Trace.Service.PAINTER, Optional.of("p-" + i), Optional.empty(), fates.get(i)))
                .toList();
        var over = new Erasure(begun.id(), begun.at(), Optional.empty(), begun.addressee(), begun.gone(), traces);

        for (var language : Language.values()) {
            var words = words(PrivacyScreens.farewell(over), language);
            assertThat(words).hasSizeLessThan(4096).contains("1", "6");
            assertThat(words.chars().filter(character -> character == '⚠').count())
                    .isEqualTo(3);
        }
        assertThat(words(PrivacyScreens.farewell(over), Language.RU)).contains("удалены", "отказался");
    }
}
