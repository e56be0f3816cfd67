package app.aisha.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only who writes becomes known. */
class UnknownPeopleTest {

    private static final Sender SOMEBODY = new Sender(new ChatId(99), "Timur", Optional.empty(), Language.EN);

    private final Desk desk = new Desk();
    private final RecordingChats chats = new RecordingChats();
    private final Router router = new Router(
            desk.users,
            new OpenDialogs(new InMemoryChatMemory(), BotSets.steps()),
            desk.transcriptDialog,
            desk.dialogs,
            BotSets.pages(),
            chats,
            (_, _) -> Optional.empty());

    @Test
    void neitherARefundNorAChangeOfTheChatNorAnOldButtonMakesSomebodyKnown() throws Exception {
        router.handle(new Incoming.RefundedByTelegram(SOMEBODY, "stx-late"));
        router.handle(new Incoming.ChangedReach(SOMEBODY, true));
        router.handle(new Incoming.Tapped(SOMEBODY, "query", 7, "menu"));
        assertThat(chats.last())
                .isEqualTo(new RecordingChats.Shown.Answered(
                        "query", Optional.of("There is no data of yours here. To start afresh, write to me.")));
        router.apologise(SOMEBODY, "3fa9c2d1");

        assertThat(desk.users.at(SOMEBODY.chat())).isEmpty();
        assertThat(chats.page().html()).contains("3fa9c2d1");
    }

    @Test
    void aMessageDoes() throws Exception {
        router.handle(new Incoming.Said(SOMEBODY, "/start"));

        assertThat(desk.users.at(SOMEBODY.chat())).isPresent();
    }
}
