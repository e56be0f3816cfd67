package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakerDialogTest {

    private final Desk desk = new Desk();
    private final Texts texts = new Texts();
    private final Transcript.Ready ready =
            desk.spoken(Speakers.unnamed(2), "Алло, это Диля из отдела продаж.", "Здравствуйте, слушаю.", "Удобно?");

    private Turn tap(SpeakerAction action) {
        return desk.tap(action, desk.dilnara);
    }

    private String shown(Screen screen) {
        return texts.html(screen.text(), Language.RU);
    }

    private Speakers voices() {
        return ((Transcript.Ready) desk.now(ready)).speakers();
    }

    @Test
    void theCardSaysHowManySpeakAndWhoSaysWhat() {
        var card = desk.tap(new TranscriptAction.Open(ready.id(), Optional.empty()), desk.dilnara)
                .screen()
                .orElseThrow();

        assertThat(shown(card))
                .contains("русский · 2 собеседника")
                .contains("Собеседник 1: Алло, это Диля из отдела продаж.\n\nСобеседник 2: Здравствуйте, слушаю.");
        assertThat(card.rows().stream().flatMap(row -> row.stream()).map(button -> button.action()))
                .contains(new SpeakerAction.Open(ready.id()));
        assertThat(desk.tap(new TranscriptAction.Open(desk.ready("text").id(), Optional.empty()), desk.dilnara)
                        .screen()
                        .orElseThrow()
                        .rows()
                        .toString())
                .doesNotContain("SpeakerAction");
    }

    @Test
    void aVoiceIsRecognisedByItsWordsAndNamedByItsOwner() {
        assertThat(shown(tap(new SpeakerAction.Open(ready.id())).screen().orElseThrow()))
                .contains("<b>Собеседник 1</b>: <i>Алло, это Диля из отдела продаж. Удобно?</i>")
                .contains("<b>Собеседник 2</b>: <i>Здравствуйте, слушаю.</i>");

        var asked = tap(new SpeakerAction.AskName(ready.id(), 1));
        var naming = new SpeakerStep.Naming(ready.id(), 1);
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(naming));
        var named = desk.say(" Диля \n<3 ", naming, desk.dilnara);

        assertThat(voices()).isEqualTo(Speakers.unnamed(2).named("S1", Optional.of("Диля <3")));
        assertThat(shown(named.screen().orElseThrow())).contains("<b>Диля &lt;3</b>: <i>Алло");
        var whole = desk.tap(new TranscriptAction.WholeText(ready.id()), desk.dilnara)
                .screen()
                .orElseThrow();
        assertThat(((Document) whole.attachment().orElseThrow()).text())
                .startsWith("Диля <3: Алло, это Диля из отдела продаж.\n\nСобеседник 2: Здравствуйте");
    }

    @Test
    void aNameCanBeTakenAwayAgain() {
        desk.say("Диля", new SpeakerStep.Naming(ready.id(), 2), desk.dilnara);
        assertThat(tap(new SpeakerAction.AskName(ready.id(), 2))
                        .screen()
                        .orElseThrow()
                        .rows()
                        .toString())
                .contains("ForgetName");

        tap(new SpeakerAction.ForgetName(ready.id(), 2));

        assertThat(voices()).isEqualTo(Speakers.unnamed(2));
    }

    @Test
    void aBadNameIsAskedForOnceMore() {
        var naming = new SpeakerStep.Naming(ready.id(), 1);

        for (var words : new String[] {" \n ", "ж".repeat(Speakers.LONGEST_NAME + 1)}) {
            assertThat(desk.say(words, naming, desk.dilnara).next()).isEqualTo(new Turn.Next.Await(naming));
        }

        assertThat(voices()).isEqualTo(Speakers.unnamed(2));
    }

    @Test
    void strangersAndVoicesThatAreNotThereAreNotFound() {
        var notFound = Optional.of(new TranscriptText.NotFound());

        assertThat(desk.tap(new SpeakerAction.Open(ready.id()), desk.anna).toast())
                .isEqualTo(notFound);
        assertThat(desk.say("Anna", new SpeakerStep.Naming(ready.id(), 1), desk.anna)
                        .toast())
                .isEqualTo(notFound);
        assertThat(tap(new SpeakerAction.AskName(ready.id(), 3)).toast()).isEqualTo(notFound);
        assertThat(desk.say("Диля", new SpeakerStep.Naming(ready.id(), 3), desk.dilnara)
                        .toast())
                .isEqualTo(notFound);
        assertThat(voices()).isEqualTo(Speakers.unnamed(2));
    }
}
