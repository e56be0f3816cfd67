package app.aisha.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Button;
import app.aisha.core.account.Language;
import org.junit.jupiter.api.Test;

class AccountDialogTest {

    private final Desk desk = new Desk();

    @Test
    void theLanguageSpokenIsMarked() {
        var languages = desk.tap(new AccountAction.OpenLanguages(), desk.dilnara);

        assertThat(languages.screen().orElseThrow().rows().stream()
                        .flatMap(row -> row.stream())
                        .map(Button::label))
                .startsWith(new AccountText.Chosen(new AccountText.Russian()), new AccountText.English());
        assertThat(desk.command("language", desk.dilnara)).contains(languages);
    }

    @Test
    void aChoiceIsStoredForThisPersonAndShown() {
        var chosen = desk.tap(new AccountAction.Speak(Language.EN), desk.dilnara);

        assertThat(desk.users.find(desk.dilnara.id()).orElseThrow().language()).isEqualTo(Language.EN);
        assertThat(chosen.toast()).contains(new AccountText.LanguageChosen());
        assertThat(chosen.screen().orElseThrow().rows().get(1).getFirst().label())
                .isEqualTo(new AccountText.Chosen(new AccountText.English()));
        desk.tap(new AccountAction.Speak(Language.RU), desk.anna);
        assertThat(desk.users.find(desk.dilnara.id()).orElseThrow().language()).isEqualTo(Language.EN);
    }
}
