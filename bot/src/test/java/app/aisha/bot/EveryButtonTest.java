package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.home.Commands;
import app.aisha.bot.home.HomeDialog;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No dead button, no open door. */
class EveryButtonTest {

    private static final String LONG_NAME = "<&>" + "🎧Ж".repeat(60);

    private final Desk desk = new Desk();
    private final Texts texts = new Texts();

    @Test
    void fromTheMenuEveryButtonLeadsSomewhereAndEverySetIsReached() {
        givenTranscriptsInEveryState();

        var tapped = reachable();

        assertThat(tapped.stream().map(Action::getClass).collect(Collectors.toSet()))
                .isEqualTo(BotSets.ACTIONS.stream().flatMap(Examples::recordsOf).collect(Collectors.toSet()));
    }

    @Test
    void everyScreenAndEveryButtonFitsWhatTelegramTakes() {
        givenTranscriptsInEveryState();

        for (var action : reachable()) {
            var turn = desk.tap(action, desk.dilnara);
            for (var language : Language.values()) {
                turn.screen().ifPresent(screen -> fits(screen, language));
                turn.toast()
                        .ifPresent(toast ->
                                assertThat(texts.plain(toast, language)).hasSizeBetween(1, 200));
            }
        }
    }

    @Test
    void everyActionIsAnsweredByOneDialogWhateverItCarries() {
        var examples = new Examples(2);
        for (var set : BotSets.ACTIONS) {
            for (var i = 0; i < 100; i++) {
                var turn = desk.tap(examples.of(set), desk.dilnara);

                assertThat(turn.screen().isPresent() || turn.toast().isPresent())
                        .isTrue();
            }
        }
    }

    @Test
    void aStrangerWithAnyButtonFindsNothingAndChangesNothing() {
        var mine = givenTranscriptsInEveryState();
        for (var transcript : mine) {
            var forging = new Examples(4)
                    .given(TranscriptId.class, transcript::id)
                    .given(Optional.class, () -> Optional.of(transcript.id()));
            BotSets.ACTIONS.stream().flatMap(Examples::recordsOf).forEach(type -> {
                var turn = desk.tap((Action) forging.of(type), desk.anna);

                turn.screen().ifPresent(screen -> assertThat(wordsOf(screen)).doesNotContain("Ж", "secret"));
                assertThat(turn.screen().flatMap(Screen::attachment)).isEmpty();
                if (type.getName().contains("TranscriptAction")
                        && !type.getSimpleName().equals("History")) {
                    assertThat(turn.toast()).contains(new TranscriptText.NotFound());
                }
            });
            assertThat(desk.now(transcript)).isEqualTo(transcript);
        }
        assertThat(desk.outbox.posted()).isEmpty();
    }

    @Test
    void everyCommandOnOfferIsAnsweredAndDescribed() {
        for (var command : Commands.all(true)) {
            assertThat(command.name()).matches("[a-z_]{1,32}");
            assertThat(command.name().equals("cancel")
                            || desk.command(command.name(), desk.dilnara).isPresent())
                    .as(command.name())
                    .isTrue();
            for (var language : Language.values()) {
                assertThat(texts.plain(command.description(), language)).hasSizeBetween(3, 256);
            }
        }
    }

    private Set<Action> reachable() {
        var waiting = new ArrayDeque<Action>();
        var seen = new LinkedHashSet<Action>();
        buttons(HomeDialog.menu(new MenuText.Menu()).screen().orElseThrow()).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var action = waiting.remove();
            if (seen.add(action)) {
                desk.tap(action, desk.dilnara).screen().stream()
                        .flatMap(EveryButtonTest::buttons)
                        .forEach(waiting::add);
            }
        }
        return seen;
    }

    private static Stream<Action> buttons(Screen screen) {
        return screen.rows().stream().flatMap(row -> row.stream()).map(Button::action);
    }

    private void fits(Screen screen, Language language) {
        var page = BotSets.pages().page(screen, language);
        var shown = page.html().replaceAll("<[^>]*>", "").replaceAll("&(lt|gt|amp);", "x");
        assertThat(shown).hasSizeBetween(1, longest(screen));
        assertThat(page.rows())
                .allSatisfy(row -> assertThat(row).isNotEmpty().allSatisfy(key -> {
                    assertThat(key.label().codePointCount(0, key.label().length()))
                            .as(key.label())
                            .isBetween(1, 60);
                }));
        assertThat(page.rows().stream().flatMap(row -> row.stream()).map(key -> key.data()))
                .doesNotHaveDuplicates();
    }

    private static int longest(Screen screen) {
        return switch (screen.attachment().orElse(null)) {
            case null -> 4096;
            case Document _, Picture _ -> 1024;
            case Invoice _ -> 255;
        };
    }

    private String wordsOf(Screen screen) {
        var page = BotSets.pages().page(screen, Language.RU);
        return page.html() + page.rows();
    }

    /** Dilnara's, more than two pages of them, with the longest titles. */
    private Set<Transcript> givenTranscriptsInEveryState() {
        var all = new HashSet<Transcript>();
        var owner = desk.dilnara.id();
        for (var problem : RecordingProblem.values()) {
            all.add(desk.stored(TranscriptExamples.queued(owner).failed(problem)));
        }
        all.add(desk.stored(TranscriptExamples.queued(owner).cancelled()));
        all.add(desk.stored(TranscriptExamples.working(owner)));
        all.add(desk.stored(
                TranscriptExamples.ready(owner, "secret <words> ".repeat(1_000)).renamed(LONG_NAME)));
        all.add(desk.stored(TranscriptExamples.ready(owner, "<".repeat(3_000)).renamed(LONG_NAME)));
        all.add(desk.stored(TranscriptExamples.ready(owner, "")));
        all.add(desk.queued());
        all.add(desk.waiting(10));
        all.add(desk.waiting(1_000));
        desk.market.redeem.redeem(
                owner, desk.market.code(new PromoCode.Benefit.Bonus(500)).code());
        return all;
    }
}
