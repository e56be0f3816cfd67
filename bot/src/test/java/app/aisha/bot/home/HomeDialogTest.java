package app.aisha.bot.home;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.avatar.AvatarAction;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.TranscriptAction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeDialogTest {

    private final Desk desk = new Desk();

    @Test
    void aNewcomerIsWelcomedByNameOverTheMenu() {
        var welcome = desk.command("start", desk.dilnara).orElseThrow();

        assertThat(words(welcome)).isEqualTo(new MenuText.Welcome("Dilnara"));
        assertThat(welcome.screen().orElseThrow().rows()).isEqualTo(menu().rows());
    }

    @Test
    void theMenuLeadsEverywhere() {
        assertThat(menu().rows().stream().flatMap(row -> row.stream()).map(Button::action))
                .containsExactly(
                        new MenuAction.HowToRecord(),
                        TranscriptAction.History.first(),
                        new AvatarAction.ShowAll(),
                        new PictureAction.Begin(),
                        new GalleryAction.Open(),
                        new MenuAction.OpenProfile(),
                        new MenuAction.OpenHelp());
        assertThat(desk.command("menu", desk.dilnara)).contains(desk.tap(new MenuAction.OpenMenu(), desk.dilnara));
    }

    @Test
    void helpNamesTheLimitsAndLeadsBack() {
        var help = desk.tap(new MenuAction.OpenHelp(), desk.dilnara);

        assertThat(words(help)).isEqualTo(new MenuText.Help(20, 8));
        assertThat(help.screen().orElseThrow().rows().getLast().getLast().action())
                .isEqualTo(new MenuAction.OpenMenu());
        assertThat(desk.command("help", desk.dilnara)).contains(help);
    }

    @Test
    void howToRecordNamesTheLimitsToo() {
        assertThat(words(desk.tap(new MenuAction.HowToRecord(), desk.dilnara)))
                .isEqualTo(new MenuText.HowToRecord(20, 8));
    }

    @Test
    void aCommandOfNobodyIsNotAnswered() {
        assertThat(desk.command("nonsense", desk.dilnara)).isEqualTo(Optional.empty());
    }

    private Screen menu() {
        return desk.tap(new MenuAction.OpenMenu(), desk.dilnara).screen().orElseThrow();
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }
}
