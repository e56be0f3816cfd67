package app.aisha.bot.routing;

import static app.aisha.core.transcript.TranscriptExamples.aVoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.account.AccountAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.bot.routing.RecordingChats.Shown;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.SpeakerAction;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.bot.wire.Actions;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.payment.Market;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private static final Sender NEWCOMER = new Sender(new ChatId(99), "Timur", Optional.empty(), Language.EN);

    private final Desk desk = new Desk();
    private final RecordingChats chats = new RecordingChats();
    private final ChatMemory memory = new InMemoryChatMemory();
    private Optional<Duration> pause = Optional.empty();
    private final Router router = router(desk.dialogs, (_, _) -> pause);
    private final Sender dilnara = new Sender(desk.dilnara.chat(), "Dilnara", Optional.empty(), Language.EN);

    @Test
    void aNewcomerIsRegisteredAndGreetedInTheirLanguage() throws Exception {
        says(NEWCOMER, "/start");

        assertThat(desk.users.at(NEWCOMER.chat()).orElseThrow().name()).isEqualTo("Timur");
        assertSent(new MenuText.Welcome("Timur"), Language.EN);
    }

    @Test
    void afterTheFirstContactTheStoredLanguageCounts() throws Exception {
        says(dilnara, "/menu");

        assertSent(new MenuText.Menu(), Language.RU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/menu", "/MENU", "/menu@AishaBot", "/menu and more", "/menu\nmore"})
    void aCommandIsKnownHoweverItIsWritten(String words) throws Exception {
        says(dilnara, words);

        assertSent(new MenuText.Menu(), Language.RU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonsense", "/", "/ ", "/@", "//menu", "/\0"})
    void anUnknownCommandShowsTheMenu(String words) throws Exception {
        says(dilnara, words);

        assertSent(new MenuText.UnknownCommand(), Language.RU);
        assertThat(chats.page().rows()).isNotEmpty();
    }

    @Test
    void wordsNobodyWaitsForShowTheMenu() throws Exception {
        says(dilnara, "hello");
        assertSent(new MenuText.NotUnderstood(), Language.RU);

        router.handle(new Incoming.SentOther(dilnara));
        assertSent(new MenuText.NotUnderstood(), Language.RU);
    }

    @Test
    void cancelClosesTheOpenDialogAndSaysWhetherThereWasOne() throws Exception {
        givenAnOpenNaming();

        says(dilnara, "/cancel");
        assertSent(new MenuText.Cancelled(), Language.RU);

        says(dilnara, "/cancel");
        assertSent(new MenuText.NothingToCancel(), Language.RU);
        says(dilnara, "too late");
        assertSent(new MenuText.NotUnderstood(), Language.RU);
    }

    @Test
    void wordsGoToTheDialogThatWaitsForThem() throws Exception {
        var ready = givenAnOpenNaming();

        says(dilnara, "Plan");

        assertThat(desk.now(ready).heading().title()).contains("Plan");
        assertThat(memory.awaited(dilnara.chat())).isEmpty();
    }

    @Test
    void wordsWhoseTranscriptIsGoneAreAnsweredInTheChat() throws Exception {
        var ready = desk.spoken(Speakers.unnamed(1), "words");
        taps(dilnara, new SpeakerAction.AskName(ready.id(), 1));
        desk.transcripts.delete(ready);

        says(dilnara, "Dina");

        assertSent(new TranscriptText.NotFound(), Language.RU);
    }

    @Test
    void aRecordingDoesNotDisturbAnOpenDialog() throws Exception {
        var ready = givenAnOpenNaming();
        var before = chats.shown().size();

        router.handle(new Incoming.Recorded(dilnara, aVoice(), desk.clock.instant()));

        assertThat(chats.shown()).hasSize(before);
        assertThat(desk.jobs.line()).hasSize(1);
        says(dilnara, "Plan");
        assertThat(desk.now(ready).heading().title()).contains("Plan");
    }

    @Test
    void aTapEditsItsMessageAndIsAnswered() throws Exception {
        taps(dilnara, new MenuAction.OpenHelp());

        assertThat(chats.shown().getFirst()).isEqualTo(new Shown.Answered("query", Optional.empty()));
        assertThat(((Shown.Edited) chats.last()).message()).isEqualTo(17);
    }

    @Test
    void aScreenForBelowIsSentAnew() throws Exception {
        var ready = desk.ready("text");

        taps(dilnara, new TranscriptAction.WholeText(ready.id()));

        assertThat(chats.last()).isInstanceOf(Shown.Sent.class);
        assertThat(chats.page().attachment()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gone.from.an.older.version", "tr.open:forged", "menu:1"})
    void anOutdatedButtonRedrawsTheMenuWithAToast(String data) throws Exception {
        router.handle(new Incoming.Tapped(dilnara, "query", 17, data));

        assertThat(chats.shown().getFirst())
                .isEqualTo(new Shown.Answered("query", Optional.of(plain(new MenuText.OutdatedButton()))));
        assertThat(chats.last()).isInstanceOf(Shown.Edited.class);
        assertThat(chats.page().html()).isEqualTo(html(new MenuText.Menu(), Language.RU));
    }

    @Test
    void aNewLanguageIsSpokenAtOnceAlsoInTheToast() throws Exception {
        taps(dilnara, new AccountAction.Speak(Language.EN));

        assertThat(chats.shown().getFirst()).isEqualTo(new Shown.Answered("query", Optional.of("I speak English now")));
        assertThat(chats.page().html()).startsWith("<b>Language</b>");
    }

    @Test
    void whoIsTooFastIsToldWhenToComeBackAndTheOpenDialogStays() throws Exception {
        var ready = givenAnOpenNaming();
        pause = Optional.of(Duration.ofMillis(4_200));

        says(dilnara, "Plan");
        assertSent(new MenuText.TooFast(5), Language.RU);
        taps(dilnara, new MenuAction.OpenHelp());
        assertThat(chats.last()).isEqualTo(new Shown.Answered("query", Optional.of(plain(new MenuText.TooFast(5)))));

        pause = Optional.empty();
        says(dilnara, "Plan");
        assertThat(desk.now(ready).heading().title()).contains("Plan");
    }

    @Test
    void recordingsAreCountedApartFromMessages() throws Exception {
        assertThat(List.of(RateLimits.Kind.MESSAGE, RateLimits.Kind.RECORDING))
                .containsExactly(kindOf(new Incoming.SentOther(dilnara)), kindOf(recorded()));
    }

    @Test
    void starsAreTakenAndNotedHoweverOftenSomethingComes() throws Exception {
        pause = Optional.of(Duration.ofSeconds(4));
        var order = desk.market.ordered(desk.dilnara, Market.SMALL);
        var charge = Market.charge(order.stars());

        router.handle(new Incoming.Paid(dilnara, charge, order.payload().text()));
        assertThat(desk.market.free(desk.dilnara.id())).isEqualTo(200);
        router.handle(new Incoming.RefundedByTelegram(dilnara, charge.id()));
        assertThat(desk.market.free(desk.dilnara.id())).isEqualTo(100);

        assertThat(chats.shown()).isEmpty();
    }

    @Test
    void whoBlockedTheBotIsReachableAgainWithTheNextMessage() throws Exception {
        router.handle(new Incoming.ChangedReach(dilnara, false));
        assertThat(desk.users.at(dilnara.chat()).orElseThrow().reachable()).isFalse();
        assertThat(chats.shown()).isEmpty();

        says(dilnara, "/menu");

        assertThat(desk.users.at(dilnara.chat()).orElseThrow().reachable()).isTrue();
    }

    @Test
    void aBlockByAStrangerRegistersNobody() throws Exception {
        router.handle(new Incoming.ChangedReach(NEWCOMER, false));

        assertThat(desk.users.at(NEWCOMER.chat())).isEmpty();
    }

    @Test
    void anApologyNamesTheIncidentAndOffersTheMenu() throws Exception {
        router.apologise(dilnara, "0a1b2c3d");

        assertSent(new MenuText.Trouble("0a1b2c3d"), Language.RU);
        assertThat(chats.page().rows().getFirst().getFirst().data()).isEqualTo("menu");
    }

    @Test
    void aChatThatTakesNothingIsNamed() {
        chats.setUnavailable(true);

        assertThatThrownBy(() -> says(dilnara, "/menu")).isInstanceOf(ChatUnavailable.class);
    }

    @Test
    void withoutAMenuNothingIsOpened() {
        var bare = router(List.of(), (_, _) -> Optional.empty());

        assertThatThrownBy(() -> bare.handle(new Incoming.SentOther(dilnara))).hasMessage("No dialog opens the menu");
    }

    private Router router(List<Dialog> dialogs, RateLimits limits) {
        return new Router(
                desk.users,
                new OpenDialogs(memory, BotSets.steps()),
                desk.transcriptDialog,
                dialogs,
                BotSets.pages(),
                chats,
                limits);
    }

    private Transcript givenAnOpenNaming() throws ChatUnavailable {
        var ready = desk.stored(TranscriptExamples.ready(desk.dilnara.id(), "text"));
        taps(dilnara, new TranscriptAction.Rename(ready.id()));
        assertSent(new TranscriptText.AskTitle(new TranscriptText.VoiceTitle()), Language.RU);
        return ready;
    }

    private Incoming recorded() {
        return new Incoming.Recorded(dilnara, aVoice(), desk.clock.instant());
    }

    private RateLimits.Kind kindOf(Incoming incoming) throws ChatUnavailable {
        var counted = new ArrayList<RateLimits.Kind>();
        var counting = router(desk.dialogs, (_, kind) -> {
            counted.add(kind);
            return Optional.empty();
        });
        counting.handle(incoming);
        return counted.getFirst();
    }

    private void says(Sender sender, String words) throws ChatUnavailable {
        router.handle(new Incoming.Said(sender, words));
    }

    private void taps(Sender sender, Action action) throws ChatUnavailable {
        router.handle(new Incoming.Tapped(sender, "query", 17, new Actions(BotSets.ACTIONS).pack(action)));
    }

    private void assertSent(Text text, Language language) {
        assertThat(chats.last()).isInstanceOf(Shown.Sent.class);
        assertThat(chats.page().html()).isEqualTo(html(text, language));
    }

    private static String html(Text text, Language language) {
        return new Texts().html(text, language);
    }

    private static String plain(Text text) {
        return new Texts().plain(text, Language.RU);
    }
}
