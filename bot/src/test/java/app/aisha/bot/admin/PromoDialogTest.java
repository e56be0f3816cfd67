package app.aisha.bot.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.payment.PromoCodeId;
import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromoDialogTest {

    private final Desk desk = new Desk();

    private Turn tap(Action action) {
        return desk.tap(action, desk.olga);
    }

    private Turn create(String words) {
        return desk.say(words, new PromoStep.Creating(), desk.olga);
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(row -> row.stream())
                .map(Button::action)
                .toList();
    }

    private PromoCode stored(String code) {
        return desk.market.stores.codes().find(code).orElseThrow();
    }

    @Test
    void aCodeIsMadeFromOneMessage() {
        assertThat(tap(new PromoAction.Create()).next()).isEqualTo(new Turn.Next.Await(new PromoStep.Creating()));

        var made = create(" winter  BALANCE 50 uses 100 until 2026-12-31\nper-user 2 ");

        assertThat(made.toast()).contains(new PromoText.CreatedToast());
        var code = stored("WINTER");
        assertThat(code.benefit()).isEqualTo(new Benefit.Balance(new Credits(50)));
        assertThat(code.limits()).isEqualTo(new PromoCode.Limits(OptionalInt.of(100), 2));
        assertThat(code.window())
                .as("the last day counts, where Olga lives")
                .isEqualTo(
                        new PromoCode.Window(desk.clock.instant(), Optional.of(Instant.parse("2026-12-31T19:00:00Z"))));
        assertThat(desk.audit.newest(1).getFirst().details()).startsWith("WINTER balance 50 uses 100 per-user 2 until");
        assertThat(actions(made)).containsExactly(new PromoAction.End(code.id()), PromoAction.OpenPromos.first());
    }

    @Test
    void whatIsLeftOutIsUnlimitedAndOnceForEach() {
        create("FRIENDS bonus 20");
        create("SALE discount 10");

        assertThat(stored("FRIENDS").benefit()).isEqualTo(new Benefit.Bonus(20));
        assertThat(stored("SALE").benefit()).isEqualTo(new Benefit.Discount(10));
        assertThat(stored("SALE").limits()).isEqualTo(new PromoCode.Limits(OptionalInt.empty(), 1));
        assertThat(stored("SALE").window().until()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WINTER,…",
        "'',…",
        "WINTER gives 50,gives",
        "WINTER balance,…",
        "WINTER balance many,many",
        "WINTER balance 0,0",
        "WINTER balance 1000001,1000001",
        "WINTER balance -5,-5",
        "WINTER bonus 501,501",
        "WINTER discount 101,101",
        "WINTER balance 50 uses,…",
        "WINTER balance 50 uses 0,0",
        "WINTER balance 50 per-user 0,0",
        "WINTER balance 50 until tomorrow,tomorrow",
        "WINTER balance 50 until 2026-11-22,2026-11-22",
        "WINTER balance 50 for ever,for"
    })
    void theWordThatMeansNothingIsNamed(String line, String word) {
        var asked = create(line);

        assertThat(words(asked)).isEqualTo(new PromoText.BadTerms(word, PromoWords.EXAMPLES));
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(new PromoStep.Creating()));
        assertThat(desk.audit.newest(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyExampleIsUnderstood(int number) {
        create(PromoWords.EXAMPLES.lines().toList().get(number));

        assertThat(desk.audit.newest(9)).hasSize(1);
    }

    @Test
    void aWordThatIsTakenOrNoneIsAskedForAgain() {
        create("WINTER balance 50");

        assertThat(words(create("winter balance 50"))).isEqualTo(new PromoText.Taken("winter"));
        assertThat(words(create("W$ balance 50"))).isEqualTo(new PromoText.Malformed(PromoWords.EXAMPLES));
    }

    @Test
    void aCodeIsEndedOnceAfterAQuestion() {
        create("WINTER balance 50");
        var code = stored("WINTER");
        assertThat(words(tap(PromoAction.OpenPromos.first()))).isEqualTo(new PromoText.Promos());

        var asked = tap(new PromoAction.End(code.id()));
        assertThat(words(asked)).isEqualTo(new PromoText.AskEnd("WINTER"));
        assertThat(stored("WINTER").endedAt()).isEmpty();
        var ended = tap(new PromoAction.ConfirmEnd(code.id()));

        assertThat(ended.toast()).contains(new PromoText.EndedToast());
        assertThat(actions(ended)).containsExactly(PromoAction.OpenPromos.first());
        assertThat(tap(new PromoAction.ConfirmEnd(code.id())).toast()).contains(new PromoText.EndedAlready());
        assertThat(desk.audit.newest(9))
                .extracting(AuditEntry::act)
                .containsExactlyInAnyOrder(AuditEntry.Act.END_PROMO, AuditEntry.Act.CREATE_PROMO);
        assertThat(tap(PromoAction.OpenPromos.first())
                        .screen()
                        .orElseThrow()
                        .rows()
                        .getFirst())
                .extracting(Button::label)
                .containsExactly(new PromoText.OverItem("WINTER", new PromoText.Balance(new Amount(50))));
    }

    @Test
    void theListTurnsItsPagesAndSaysWhenItIsEmpty() {
        assertThat(words(tap(PromoAction.OpenPromos.first()))).isEqualTo(new PromoText.NoPromos());
        for (var i = 0; i < 9; i++) {
            create("CODE-%d balance 5".formatted(i));
        }

        var older = new PromoAction.OpenPromos(Optional.of(stored("CODE-0").id()));
        assertThat(actions(tap(PromoAction.OpenPromos.first()))).contains(older);
        assertThat(actions(tap(older)))
                .contains(new PromoAction.OpenPromo(stored("CODE-0").id()))
                .anyMatch(action -> action instanceof PromoAction.OpenPromos(var from) && from.isPresent());
    }

    @Test
    void whatIsNotThereIsSaid() {
        var nothing = new PromoCodeId(desk.ids.next());

        assertThat(List.of(
                        new PromoAction.OpenPromo(nothing),
                        new PromoAction.End(nothing),
                        new PromoAction.ConfirmEnd(nothing)))
                .allSatisfy(action -> assertThat(tap(action).toast()).contains(new PromoText.Gone()));
    }
}
