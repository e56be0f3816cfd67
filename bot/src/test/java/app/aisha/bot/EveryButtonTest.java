package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.account.AccountStep;
import app.aisha.bot.admin.AdminAction;
import app.aisha.bot.admin.AdminStep;
import app.aisha.bot.admin.PromoStep;
import app.aisha.bot.home.Commands;
import app.aisha.bot.home.HomeDialog;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Album;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Attachment;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Original;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.StoredFile;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.SearchStep;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestId;
import app.aisha.core.digest.Request;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.wallet.Credits;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        EveryState.transcripts(desk);
        EveryAvatar.of(desk);
        EveryGalleryPicture.of(desk);

        var tapped = reachable(desk.dilnara, menu());

        assertThat(tapped.stream().map(Action::getClass).collect(Collectors.toSet()))
                .isEqualTo(BotSets.ACTIONS.stream()
                        .filter(set -> !isForAdmins(set))
                        .flatMap(Examples::recordsOf)
                        .collect(Collectors.toSet()));
    }

    @Test
    void fromItsCommandAnAdministratorReachesEveryButton() {
        assertThat(reachable(desk.olga, administration()).stream()
                        .filter(action -> isForAdmins(action.getClass()))
                        .map(Action::getClass)
                        .collect(Collectors.toSet()))
                .isEqualTo(BotSets.ACTIONS.stream()
                        .filter(EveryButtonTest::isForAdmins)
                        .flatMap(Examples::recordsOf)
                        .collect(Collectors.toSet()));
    }

    private static boolean isForAdmins(Class<?> action) {
        return action.getPackage().equals(AdminAction.class.getPackage());
    }

    /** The way in, and what only words lead to: something to be found. */
    private Stream<Screen> menu() {
        return Stream.concat(EveryPicture.screens(desk), ways());
    }

    private Stream<Screen> ways() {
        return Stream.of(
                        HomeDialog.menu(new MenuText.Menu()),
                        Turn.show(EveryState.digestBeingMade(desk)),
                        EveryAvatar.offer(desk),
                        EveryGalleryPicture.found(desk),
                        EveryGalleryPicture.chosen(desk),
                        desk.say("<words> ж ж", new SearchStep.Looking(), desk.dilnara),
                        desk.say("<&>Ж, Kafka", new AccountStep.NamingTerms(), desk.dilnara),
                        desk.say(LONG_NAME + " or слово", new SearchStep.Looking(), desk.dilnara))
                .flatMap(turn -> turn.screen().stream());
    }

    /** The way in, and what only words lead to: people found and an order proposed. Dilnara has receipts. */
    private Stream<Screen> administration() {
        var dilnara = desk.users.welcome(desk.dilnara.chat(), LONG_NAME, Optional.of("d".repeat(32)), Language.EN);
        for (var i = 0; i < 6; i++) {
            desk.charged(1);
        }
        var paid = desk.market.paid(dilnara, desk.market.ordered(dilnara, Market.LARGE));
        desk.market.paid(dilnara, desk.market.ordered(dilnara, Market.SMALL));
        for (var i = 0; i < 9; i++) {
            desk.market.code(new PromoCode.Benefit.Balance(new Credits(1_000_000)));
        }
        var starsBack = desk.say(
                "<&>Ж".repeat(50),
                new AdminStep.Ordering.RefundingStars(
                        dilnara.id(), paid.payment().id()),
                desk.olga);
        var proposed = desk.say("40 " + "<&>Ж".repeat(50), new AdminStep.Ordering.Granting(dilnara.id()), desk.olga);
        var carriedOut = desk.say("7 " + "<&>Ж".repeat(50), new AdminStep.Ordering.Taking(dilnara.id()), desk.olga)
                .screen()
                .orElseThrow();
        desk.tap(buttons(carriedOut).findFirst().orElseThrow(), desk.olga);
        return Stream.of(
                        desk.command("admin", desk.olga).orElseThrow(),
                        desk.say(LONG_NAME, new AdminStep.Searching(), desk.olga),
                        desk.say("<&>Ж".repeat(50) + " balance 5", new PromoStep.Creating(), desk.olga),
                        starsBack,
                        proposed)
                .flatMap(turn -> turn.screen().stream());
    }

    @Test
    void everyScreenAndEveryButtonFitsWhatTelegramTakes() {
        EveryState.transcripts(desk);
        EveryAvatar.of(desk);
        EveryGalleryPicture.of(desk);

        reachable(desk.dilnara, menu()).forEach(action -> fits(desk.tap(action, desk.dilnara)));
        administration().forEach(screen -> fits(Turn.show(screen)));
        reachable(desk.olga, administration()).forEach(action -> fits(desk.tap(action, desk.olga)));
    }

    private void fits(Turn turn) {
        for (var language : Language.values()) {
            turn.screen().ifPresent(screen -> fits(screen, language));
            turn.toast()
                    .ifPresent(toast -> assertThat(texts.plain(toast, language)).hasSizeBetween(1, 200));
        }
    }

    @Test
    void everyActionIsAnsweredByOneDialogWhateverItCarries() {
        var examples = new Examples(2);
        for (var set : BotSets.ACTIONS) {
            for (var i = 0; i < 100; i++) {
                var turn = desk.tap(examples.of(set), isForAdmins(set) ? desk.olga : desk.dilnara);

                assertThat(turn.screen().isPresent() || turn.toast().isPresent())
                        .isTrue();
            }
        }
    }

    @Test
    void aStrangerWithAnyButtonFindsNothingAndChangesNothing() {
        var mine = EveryState.transcripts(desk);
        var told = desk.outbox.posted().size();
        for (var transcript : mine) {
            var made = desk.digests.newest(transcript.id(), new Request.ToDo()).map(Digest::id);
            var forging = new Examples(4)
                    .given(TranscriptId.class, transcript::id)
                    .given(DigestId.class, () -> made.orElseGet(() -> new DigestId(new UUID(1, 1))));
            BotSets.ACTIONS.stream()
                    .filter(set -> !isForAdmins(set))
                    .flatMap(Examples::recordsOf)
                    .forEach(type -> {
                        var turn = desk.tap((Action) forging.of(type), desk.anna);

                        turn.screen()
                                .ifPresent(screen -> assertThat(wordsOf(screen)).doesNotContain("Ж", "secret"));
                        assertThat(turn.screen().flatMap(Screen::attachment).filter(EveryButtonTest::isAFile))
                                .isEmpty();
                        if (type.getName().contains("TranscriptAction")
                                && !type.getSimpleName().equals("History")) {
                            assertThat(turn.toast()).contains(new TranscriptText.NotFound());
                        }
                    });
            assertThat(desk.now(transcript)).isEqualTo(transcript);
        }
        assertThat(desk.outbox.posted()).hasSize(told);
    }

    private static boolean isAFile(Attachment attachment) {
        return !(attachment instanceof Picture || attachment instanceof Invoice);
    }

    /** What no dialog answers is answered by the router as an outdated button. */
    @Test
    void toWhoIsNoAdministratorTheirButtonsStepsAndCommandDoNotExist() {
        var forging = new Examples(3).given(UserId.class, desk.dilnara::id);
        var genuine = reachable(desk.olga, administration()).stream().filter(action -> isForAdmins(action.getClass()));
        var forged = BotSets.ACTIONS.stream()
                .filter(EveryButtonTest::isForAdmins)
                .flatMap(Examples::recordsOf)
                .map(type -> (Action) forging.of(type));

        assertThat(Stream.concat(genuine, forged))
                .allSatisfy(action -> assertThat(
                                desk.dialogs.stream().flatMap(dialog -> dialog.tapped(action, desk.anna).stream()))
                        .isEmpty());
        assertThat(Stream.of(AdminStep.class, PromoStep.class)
                        .flatMap(Examples::recordsOf)
                        .map(type -> (Step) forging.of(type)))
                .allSatisfy(step -> assertThat(desk.dialogs.stream()
                                .flatMap(dialog -> dialog.said("50 because", step, desk.anna).stream()))
                        .isEmpty());
        assertThat(desk.command("admin", desk.anna)).isEmpty();
        assertThat(Commands.all(true)).noneMatch(command -> command.name().equals("admin"));
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

    private Set<Action> reachable(User user, Stream<Screen> from) {
        var waiting = new ArrayDeque<Action>();
        var seen = new LinkedHashSet<Action>();
        from.flatMap(EveryButtonTest::buttons).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var action = waiting.remove();
            if (seen.add(action)) {
                desk.tap(action, desk.users.find(user.id()).orElseThrow()).screen().stream()
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
            case Archive _, Document _, ExportedFile _, Original _, Picture _, StoredFile _, StoredPicture _ -> 1024;
            case Album _ -> 4096;
            case Invoice _ -> 255;
        };
    }

    private String wordsOf(Screen screen) {
        var page = BotSets.pages().page(screen, Language.RU);
        return page.html() + page.rows();
    }
}
