package app.aisha.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyDialogTest {

    private final Desk desk = new Desk();

    private User dilnara() {
        return desk.users.find(desk.dilnara.id()).orElseThrow();
    }

    private Turn tap(AccountAction action) {
        return desk.tap(action, dilnara());
    }

    private Turn write(String words) {
        return desk.say(words, new AccountStep.NamingTerms(), dilnara());
    }

    private List<String> terms() {
        return dilnara().preferences().vocabulary().terms();
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static List<Text> labels(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }

    @Test
    void namesAndTermsAreWrittenInOneMessage() {
        assertThat(labels(tap(new AccountAction.OpenSettings())))
                .contains(new AccountText.VocabularyItem(new AccountText.NoneInIt()));
        assertThat(words(tap(new AccountAction.OpenVocabulary()))).isEqualTo(new AccountText.NoVocabulary());
        var question = tap(new AccountAction.AskVocabulary());
        assertThat(words(question))
                .isEqualTo(new AccountText.AskVocabulary(Vocabulary.MOST_TERMS, Vocabulary.LONGEST_TERM));
        assertThat(question.next()).isEqualTo(new Turn.Next.Await(new AccountStep.NamingTerms()));

        var saved = write(" Диля Ахметова, Kafka;<b>\nkafka\n\n");

        assertThat(terms()).containsExactly("Диля Ахметова", "Kafka", "<b>");
        assertThat(words(saved)).isEqualTo(new AccountText.Vocabulary("Диля Ахметова, Kafka, <b>"));
        assertThat(saved.toast()).contains(new AccountText.VocabularySaved(3));
        assertThat(saved.next()).isEqualTo(new Turn.Next.Close());
        assertThat(labels(tap(new AccountAction.OpenSettings())))
                .contains(new AccountText.VocabularyItem(new AccountText.TermsInIt(3)));
    }

    @Test
    void whatDoesNotFitIsSaidAndAskedForAgain() {
        var most = Vocabulary.MOST_TERMS;
        var many = IntStream.rangeClosed(0, most).mapToObj(i -> "term " + i).collect(Collectors.joining(","));
        var tooLong = "длинно ".repeat(10).strip();

        assertThat(words(write(many))).isEqualTo(new AccountText.TooManyTerms(most + 1, most));
        assertThat(words(write("ok, " + tooLong)))
                .isInstanceOfSatisfying(
                        AccountText.LongTerm.class,
                        said -> assertThat(tooLong).startsWith(said.term().substring(0, 30)));
        assertThat(words(write(" ,\n; "))).isEqualTo(new AccountText.NoTerms());
        assertThat(words(write("a\u0007b"))).isInstanceOf(AccountText.UnreadableTerm.class);
        assertThat(write(",").next()).isEqualTo(new Turn.Next.Await(new AccountStep.NamingTerms()));
        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void clearingAsksFirst() {
        write("Kafka, Диля");
        assertThat(words(tap(new AccountAction.AskToClearVocabulary()))).isEqualTo(new AccountText.AskToClear(2));
        assertThat(terms()).hasSize(2);

        var cleared = tap(new AccountAction.ClearVocabulary());

        assertThat(terms()).isEmpty();
        assertThat(cleared.toast()).contains(new AccountText.VocabularyCleared());
        assertThat(words(tap(new AccountAction.AskToClearVocabulary()))).isEqualTo(new AccountText.NoVocabulary());
    }
}
