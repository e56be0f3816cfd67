package app.aisha.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Actions;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Wish;
import app.aisha.core.transcript.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wishes for pictures on their way through the router, with the step that is remembered in between. */
class OpenWishTest {

    private final Desk desk = new Desk();
    private final Sender dilnara = new Sender(desk.dilnara.chat(), "Dilnara", Optional.empty(), Language.RU);
    private final Router router = new Router(
            desk.users,
            new OpenDialogs(new InMemoryChatMemory(), BotSets.steps()),
            desk.transcriptDialog,
            desk.dialogs,
            BotSets.pages(),
            new RecordingChats(),
            (_, _) -> Optional.empty());

    private void taps(Action action) throws ChatUnavailable {
        var data = new Actions(BotSets.ACTIONS).pack(action);
        router.handle(new Incoming.Tapped(dilnara, "query", 17, data));
    }

    private void speaks(String file) throws ChatUnavailable {
        var voice = new Recording(5, file, Recording.Kind.VOICE, Optional.empty(), Duration.ofSeconds(3), 9);
        router.handle(new Incoming.Recorded(dilnara, voice, desk.clock.instant()));
    }

    private void sends(String file, Optional<String> caption) throws ChatUnavailable {
        router.handle(new Incoming.Photographed(dilnara, new SentPhoto(5, file, Optional.of("album")), caption));
    }

    /** The order whose words were asked for last. */
    private PictureOrder last() {
        var job = (PictureJob.Compose) desk.jobs.line().getLast();
        return stored(job.order());
    }

    private PictureOrder stored(OrderId id) {
        return desk.pictureOrders.find(id).orElseThrow();
    }

    @Test
    void aSecondVoiceMessageIsAWishAndNoRecording() throws ChatUnavailable {
        desk.pictureRoom.avatar(desk.dilnara, "Диля");
        taps(new PictureAction.Begin());

        speaks("first");
        var first = (PictureOrder.Composing) last();
        desk.pictureOrders.save(first.abandoned());
        speaks("second");

        assertThat(((PictureOrder.Composing) last()).wish()).isEqualTo(new Wish.Spoken("second"));
        assertThat(desk.jobs.line()).hasSize(2).allMatch(PictureJob.Compose.class::isInstance);
    }

    @Test
    void theCaptionOfAnAlbumGoesOnWithItsPhotosOnATap() throws ChatUnavailable {
        taps(new PictureAction.Instant());
        sends("a", Optional.of("в лесу"));
        sends("b", Optional.empty());
        assertThat(desk.jobs.line()).isEmpty();

        taps(new PictureAction.Describe());

        assertThat(((PictureOrder.Composing) last()).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("a", "b"), "в лесу"));
    }
}
