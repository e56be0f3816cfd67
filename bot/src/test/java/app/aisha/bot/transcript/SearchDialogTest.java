package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.transcript.SearchNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchDialogTest {

    private final Desk desk = new Desk();
    private final User dilnara = desk.dilnara;

    private Turn look(String words) {
        return desk.say(words, new SearchStep.Looking(), dilnara);
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }

    private String html(Turn turn) {
        return BotSets.pages()
                .page(turn.screen().orElseThrow(), dilnara.language())
                .html();
    }

    @Test
    void theButtonAsksForWords() {
        var asked = desk.tap(new SearchAction.Ask(), dilnara);

        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(new SearchStep.Looking()));
        assertThat(actions(asked)).containsExactly(TranscriptAction.History.first());
    }

    @Test
    void whatWasFoundIsShownWithItsFragmentEscapedAndMarked() {
        var ready = desk.ready("Цена <b>Проекта</b> готова");

        var found = look("проекта");

        assertThat(html(found))
                .isEqualTo("🔍 <b>проекта</b>\n\n1. <b>Голосовое сообщение</b>\n"
                        + "<i>…Цена &lt;b&gt;<b>Проекта</b>&lt;/b&gt; готова…</i>");
        assertThat(actions(found))
                .startsWith(new SearchAction.OpenFound(new SearchNumber(1), ready.id(), Optional.empty()));
        assertThat(found.next()).isEqualTo(new Turn.Next.Close());
    }

    @Test
    void anOpenedOneLeadsBackToItsPageOfResults() {
        var all = Stream.generate(() -> desk.ready("слово")).limit(7).toList().reversed();
        look("слово");
        var second = desk.tap(
                new SearchAction.Results(
                        new SearchNumber(1), Optional.of(all.get(5).id())),
                dilnara);

        assertThat(actions(second))
                .containsExactly(
                        new SearchAction.OpenFound(
                                new SearchNumber(1),
                                all.get(5).id(),
                                Optional.of(all.get(5).id())),
                        new SearchAction.OpenFound(
                                new SearchNumber(1),
                                all.get(6).id(),
                                Optional.of(all.get(5).id())),
                        new SearchAction.Results(
                                new SearchNumber(1), Optional.of(all.get(0).id())),
                        new SearchAction.Ask(),
                        TranscriptAction.History.first());
        assertThat(actions(desk.tap(actions(second).getFirst(), dilnara)))
                .endsWith(new SearchAction.Results(
                        new SearchNumber(1), Optional.of(all.get(5).id())));
    }

    @Test
    void wordsThatSayNothingAreAskedForAgain() {
        for (var words : List.of("и", "…", "-слово")) {
            var turn = look(words);

            assertThat(turn.screen().orElseThrow().text()).isEqualTo(new SearchText.NothingToLookFor());
            assertThat(turn.next()).isEqualTo(new Turn.Next.Await(new SearchStep.Looking()));
        }
    }

    @Test
    void whatIsNowhereIsSaid() {
        assertThat(look("<нигде>").screen().orElseThrow().text()).isEqualTo(new SearchText.NothingFound("<нигде>"));
    }

    @Test
    void aForgottenSearchIsAskedForAgain() {
        var turn = desk.tap(new SearchAction.Results(new SearchNumber(99), Optional.empty()), dilnara);

        assertThat(turn.screen().orElseThrow().text()).isEqualTo(new SearchText.Forgotten());
    }

    @Test
    void aStrangerOpensNothing() {
        var ready = desk.ready("secret");
        look("secret");

        var turn = desk.tap(new SearchAction.OpenFound(new SearchNumber(1), ready.id(), Optional.empty()), desk.anna);

        assertThat(turn.toast()).contains(new TranscriptText.NotFound());
        assertThat(html(turn)).doesNotContain("secret");
    }

    @Test
    void theCommandWithWordsIsASearchAndWithoutThemTheHistory() {
        desk.ready("слово");

        assertThat(desk.command("transcripts", "слово", dilnara)
                        .orElseThrow()
                        .screen()
                        .orElseThrow()
                        .text())
                .isInstanceOf(SearchText.Results.class);
        assertThat(desk.command("transcripts", "", dilnara)
                        .orElseThrow()
                        .screen()
                        .orElseThrow()
                        .text())
                .isEqualTo(new TranscriptText.History());
    }

    @Test
    void aStepOfAnotherFeatureIsNotAnswered() {
        assertThat(desk.dialogs)
                .allMatch(dialog -> dialog.said("words", new Step() {}, dilnara).isEmpty());
    }
}
