package app.aisha.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.payment.RedeemPromoCode.Outcome;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for promo codes, whatever keeps them. */
public interface PromoRules {

    Market market();

    private PromoCode.Limits limits(int total, int perPerson) {
        return new PromoCode.Limits(OptionalInt.of(total), perPerson);
    }

    @Test
    default void aCodeForTheBalanceIsCreditedAtOnceWithItsReceipt() {
        var user = market().someone().id();
        var code = market().code(new Benefit.Balance(new Credits(70)));

        assertThat(market().redeem.redeem(user, " " + code.code().toLowerCase(Locale.ROOT) + "\n"))
                .isEqualTo(new Outcome.Credited(new Credits(70), new Balance(new Credits(70), Credits.NONE, 1)));

        assertThat(market().stores.receipts().find(user, 1)).hasValueSatisfying(receipt -> {
            assertThat(receipt.kind()).isEqualTo(Receipt.Kind.PROMO);
            assertThat(receipt.note()).isEqualTo(code.code());
        });
        assertThat(market().redeem.redeem(user, code.code())).isEqualTo(new Outcome.UsedByYou());
        assertThat(market().stores.codes().find(code.id()).map(PromoCode::uses)).contains(1);
    }

    @Test
    default void whatIsNoCodeIsUnknown() {
        for (var words : List.of("", "ab", "НЕТ-ТАКОГО-КОДА", "a b c", "x".repeat(41), "\0\0\0", "' OR 1=1")) {
            assertThat(market().redeem.redeem(market().someone().id(), words)).isEqualTo(new Outcome.Unknown());
        }
    }

    @Test
    default void aCodeCountsInItsWindowOnly() {
        var user = market().someone().id();
        var from = market().clock.instant().plusSeconds(60);
        var word = "LATER-" + UUID.randomUUID().toString().substring(0, 8);
        market().create
                .create(
                        word,
                        new Benefit.Balance(new Credits(5)),
                        Market.ONCE,
                        new PromoCode.Window(from, Optional.of(from.plusSeconds(60))));

        assertThat(market().redeem.redeem(user, word)).isEqualTo(new Outcome.NotYet(from));
        market().clock.advance(Duration.ofMinutes(2));
        assertThat(market().redeem.redeem(user, word)).isEqualTo(new Outcome.Over());
        market().clock.advance(Duration.ofSeconds(-1));
        assertThat(market().redeem.redeem(user, word)).isInstanceOf(Outcome.Credited.class);
    }

    @Test
    default void aCodeThatAnAdminEndedIsOverAlsoWhereItWaits() {
        var user = market().someone().id();
        var code = market().code(new Benefit.Bonus(10));
        market().redeem.redeem(user, code.code());

        assertThat(market().end.end(code.code().toLowerCase(Locale.ROOT)))
                .isInstanceOf(EndPromoCode.Outcome.Ended.class);
        assertThat(market().end.end(code.code())).isInstanceOf(EndPromoCode.Outcome.EndedAlready.class);
        assertThat(market().end.end("NO-SUCH-CODE")).isEqualTo(new EndPromoCode.Outcome.Unknown());

        assertThat(market().promos.of(user)).isEmpty();
        assertThat(market().redeem.redeem(market().someone().id(), code.code())).isEqualTo(new Outcome.Over());
    }

    @Test
    default void oneCodeWaitsAtATimeAndADroppedOneCanBeUsedAgain() {
        var user = market().someone().id();
        var first = market().code(new Benefit.Bonus(10), limits(1, 1), Optional.empty());
        var second = market().code(new Benefit.Discount(10));

        assertThat(market().redeem.redeem(user, first.code())).isInstanceOf(Outcome.Applied.class);
        assertThat(market().redeem.redeem(user, second.code())).isInstanceOf(Outcome.AnotherWaits.class);
        assertThat(market().redeem.redeem(market().someone().id(), first.code()))
                .isEqualTo(new Outcome.UsedUp());
        assertThat(market().promos.of(user).map(Promos.Active::code).map(PromoCode::id))
                .contains(first.id());

        assertThat(market().drop.drop(user)).isInstanceOf(DropPromoCode.Outcome.Dropped.class);
        assertThat(market().drop.drop(user)).isEqualTo(new DropPromoCode.Outcome.NoneWaits());
        assertThat(market().promos.of(user)).isEmpty();
        assertThat(market().redeem.redeem(user, first.code())).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    default void aDroppedCodeNoLongerMakesThePriceOfItsInvoice() {
        var buyer = market().someone();
        market().redeem
                .redeem(buyer.id(), market().code(new Benefit.Discount(50)).code());
        var order = market().ordered(buyer, Market.SMALL);

        market().drop.drop(buyer.id());

        assertThat(market().check.check(Market.question(buyer, order)))
                .isEqualTo(new CheckStarOrder.Outcome.Declined(CheckStarOrder.Reason.PROMO_OVER));
    }

    @Test
    default void aCodeThatRanOutWhileItWaitedMakesRoomForTheNext() {
        var user = market().someone().id();
        var short1 = market().code(new Benefit.Bonus(10), limits(5, 1), Optional.of(Duration.ofHours(1)));
        market().redeem.redeem(user, short1.code());
        market().clock.advance(Duration.ofHours(1));
        var next = market().code(new Benefit.Bonus(20));

        assertThat(market().promos.of(user)).isEmpty();
        assertThat(market().redeem.redeem(user, next.code())).isInstanceOf(Outcome.Applied.class);
        assertThat(market().promos.of(user).map(Promos.Active::code).map(PromoCode::id))
                .contains(next.id());
    }

    @Test
    default void aCodeCanBeUsedAsOftenAsEachMay() {
        var user = market().someone().id();
        var code = market().code(new Benefit.Balance(new Credits(3)), limits(10, 2), Optional.empty());

        var outcomes = IntStream.range(0, 3)
                .mapToObj(_ -> market().redeem.redeem(user, code.code()))
                .toList();

        assertThat(outcomes.getLast()).isEqualTo(new Outcome.UsedByYou());
        assertThat(market().free(user)).isEqualTo(6);
    }

    @Test
    default void usedByManyAtOnceACodeIsUsedAsOftenAsAllowed() throws InterruptedException {
        var code = market().code(new Benefit.Balance(new Credits(3)), limits(7, 1), Optional.empty());
        var people = Stream.generate(() -> market().someone().id()).limit(12).toList();
        Stream<Callable<Outcome>> attempts = Stream.of(1, 2)
                .flatMap(_ -> people.stream())
                .map(user -> () -> market().redeem.redeem(user, code.code()));

        assertThat(resultsOf(attempts.toList()))
                .filteredOn(Outcome.Credited.class::isInstance)
                .hasSize(7);
        assertThat(people.stream().mapToLong(market()::free).sum()).isEqualTo(21);
        assertThat(market().stores.codes().find(code.id()).map(PromoCode::uses)).contains(7);
    }

    @Test
    default void twoCodesUsedAtOnceByOnePersonDoNotBothWait() throws InterruptedException {
        var user = market().someone().id();
        Stream<Callable<Outcome>> attempts = Stream.generate(() -> market().code(new Benefit.Bonus(5)))
                .limit(8)
                .map(code -> () -> market().redeem.redeem(user, code.code()));

        var outcomes = resultsOf(attempts.toList());

        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.AnotherWaits.class::isInstance).hasSize(7);
    }

    private static List<Outcome> resultsOf(List<Callable<Outcome>> attempts) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    default void aCodeIsMadeOnceAndOnlyOfLettersDigitsAndDashes() {
        var word = "Ёлка-" + UUID.randomUUID().toString().substring(0, 8);
        var window = new PromoCode.Window(Instant.EPOCH, Optional.empty());
        var benefit = new Benefit.Bonus(15);

        assertThat(market().create.create(word, benefit, Market.ONCE, window))
                .isInstanceOf(CreatePromoCode.Outcome.Created.class);
        assertThat(market().create.create(word.toUpperCase(Locale.ROOT), benefit, Market.ONCE, window))
                .isEqualTo(new CreatePromoCode.Outcome.Taken());
        for (var bad : List.of("", "ab", "with space", "x".repeat(41), "under_score", "emoji🎧")) {
            assertThat(market().create.create(bad, benefit, Market.ONCE, window))
                    .isEqualTo(new CreatePromoCode.Outcome.Malformed());
        }
    }

    @Test
    default void everyCodeSurvivesTheJourney() {
        var now = market().clock.instant();
        for (var benefit :
                List.of(new Benefit.Balance(new Credits(9)), new Benefit.Bonus(500), new Benefit.Discount(100))) {
            for (var total : List.of(OptionalInt.empty(), OptionalInt.of(3))) {
                for (var until : List.of(Optional.<Instant>empty(), Optional.of(now.plusSeconds(9)))) {
                    var word = "C" + UUID.randomUUID();
                    var created = (CreatePromoCode.Outcome.Created) market().create
                            .create(word, benefit, new PromoCode.Limits(total, 2), new PromoCode.Window(now, until));

                    assertThat(market().stores.codes().find(word)).contains(created.code());
                    assertThat(market().stores.codes().find(created.code().id()))
                            .contains(created.code());
                }
            }
        }
    }

    @Test
    default void pagesGoFromTheNewestToTheEldestAndBack() {
        market().clock.advance(Duration.ofDays(1));
        var made = new ArrayList<PromoCodeId>();
        for (var i = 0; i < 5; i++) {
            made.add(market().code(new Benefit.Bonus(10)).id());
        }
        var first = market().stores.codes().page(Optional.of(made.getLast()), 2);
        var second = market().stores.codes().page(first.older(), 2);

        assertThat(first.items()).extracting(PromoCode::id).containsExactly(made.get(4), made.get(3));
        assertThat(second.items()).extracting(PromoCode::id).containsExactly(made.get(2), made.get(1));
        assertThat(second.newer()).contains(made.get(4));
        assertThat(market().stores.codes().page(Optional.empty(), 1).newer()).isEmpty();
    }
}
