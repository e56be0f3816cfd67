package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.avatar.TrainingAction;
import app.aisha.bot.avatar.TrainingText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.core.wallet.Prices.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While the trainer is out, people are told so on the way to it, before credits are set aside. */
class TrainerOutTest {

    private final Desk desk = new Desk(Desk.PRICES);

    @Test
    void itIsSaidAtTheOfferAndAtTheStartAndOneTapLeadsBack() {
        var offer = EveryAvatar.offer(desk).screen().orElseThrow();
        var start = buttons(offer).stream()
                .map(Button::action)
                .filter(TrainingAction.Start.class::isInstance)
                .map(TrainingAction.Start.class::cast)
                .findFirst()
                .orElseThrow();
        var before = desk.wallets.of(desk.dilnara.id());

        desk.avatarRoom.trainerIsOut = true;
        var atStart = desk.tap(start, desk.dilnara).screen().orElseThrow();
        var atOffer = desk.tap(new TrainingAction.Offer(start.avatar(), Quality.FAST), desk.dilnara)
                .screen()
                .orElseThrow();

        assertThat(atStart.text()).isInstanceOf(TrainingText.TrainerOut.class);
        assertThat(atOffer).isEqualTo(atStart);
        assertThat(buttons(atStart))
                .contains(new Button(new TrainingText.RetryButton(), new TrainingAction.Presets(start.avatar())));
        assertThat(desk.wallets.of(desk.dilnara.id())).isEqualTo(before);
        assertThat(desk.jobs.line()).isEmpty();
    }

    private static List<Button> buttons(Screen screen) {
        return screen.rows().stream().flatMap(List::stream).toList();
    }
}
