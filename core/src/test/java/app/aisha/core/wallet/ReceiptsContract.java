package app.aisha.core.wallet;

import static app.aisha.core.wallet.WalletExamples.grant;
import static app.aisha.core.wallet.WalletExamples.hold;
import static app.aisha.core.wallet.WalletExamples.purchase;
import static app.aisha.core.wallet.WalletExamples.refund;
import static app.aisha.core.wallet.WalletExamples.take;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place that keeps receipts promises. */
public interface ReceiptsContract {

    int PAGE = 5;

    Receipts receipts();

    /** The wallets that the receipts are about, where newcomers get 100 credits. */
    Wallets wallets();

    /** Somebody who has no wallet yet. */
    UserId someone();

    @Test
    default void whoHasNoWalletHasNoReceipt() {
        var stranger = someone();

        assertThat(receipts().page(stranger, OptionalLong.empty(), PAGE))
                .isEqualTo(new Receipts.Page(List.of(), OptionalLong.empty(), OptionalLong.empty()));
        assertThat(receipts().find(stranger, 1)).isEmpty();
    }

    @Test
    default void everyBookingHasItsReceiptNewestFirst() {
        var owner = someone();
        var purchase = purchase(30);
        wallets().book(owner, purchase);
        wallets().book(owner, new Booking.Bonus(purchase.charge(), new Credits(3), "SPRING"));
        wallets().book(owner, new Booking.Promo(UUID.randomUUID(), new Credits(5), "AUTUMN"));
        wallets().book(owner, grant(7));
        wallets().book(owner, take(140));
        wallets().book(owner, new Booking.StarsRefund(purchase.charge(), new Credits(33), "asked for"));
        wallets().book(owner, purchase);
        wallets().book(owner, take(1));

        assertThat(lines(owner))
                .containsExactly(
                        "7 STARS_REFUND -5 0 asked for",
                        "6 TAKE -140 5 a mistake",
                        "5 GRANT 7 145 for testing",
                        "4 PROMO 5 138 AUTUMN",
                        "3 BONUS 3 133 SPRING",
                        "2 PURCHASE 30 130 ",
                        "1 GIFT 100 100 ");
        assertThat(receipts().page(owner, OptionalLong.empty(), 100).items())
                .allSatisfy(receipt -> assertThat(receipt.hold()).isEmpty());
    }

    @Test
    default void theReceiptsOfAHoldShowItAsItStandsToday() {
        var captured = hold(someone(), 30);
        var owner = captured.payer();
        var voided = hold(owner, 50);
        wallets().hold(captured);
        wallets().hold(voided);
        wallets().settle(captured.id(), new Ending.Capture(new Credits(20)));
        wallets().settle(voided.id(), new Ending.Release("GONE"));
        wallets().refund(captured.id(), refund(4));

        assertThat(lines(owner))
                .containsExactly(
                        "6 REFUND 4 84 sorry",
                        "5 VOID 50 80 GONE",
                        "4 CAPTURE 10 30 ",
                        "3 HOLD -50 20 ",
                        "2 HOLD -30 70 ",
                        "1 GIFT 100 100 ");
        for (var number : List.of(2, 4, 6)) {
            assertThat(receipts().find(owner, number).flatMap(Receipt::hold))
                    .isPresent()
                    .isEqualTo(wallets().find(captured.id()));
        }
        for (var number : List.of(3, 5)) {
            assertThat(receipts().find(owner, number).flatMap(Receipt::hold))
                    .isPresent()
                    .isEqualTo(wallets().find(voided.id()));
        }
    }

    @Test
    default void whereAllIsChargedTheFreeCreditsDoNotChange() {
        var hold = hold(someone(), 100);
        wallets().hold(hold);
        wallets().settle(hold.id(), new Ending.Capture(new Credits(100)));

        assertThat(lines(hold.payer())).contains("3 CAPTURE 0 0 ");
    }

    @Test
    default void aStrangerSeesNothing() {
        var owner = someone();
        wallets().book(owner, grant(1));
        wallets().book(owner, grant(1));
        var stranger = someone();
        wallets().of(stranger);

        assertThat(receipts().find(stranger, 2)).isEmpty();
        assertThat(receipts().find(owner, 2)).isPresent();
        assertThat(lines(stranger)).containsExactly("1 GIFT 100 100 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 9, 10, 11})
    default void pagesGoFromTheNewestToTheEldestWithoutAnEmptyOne(int count) {
        var owner = booked(count);

        var pages = pages(owner);

        assertThat(pages).hasSize(Math.max(1, (count + PAGE - 1) / PAGE));
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Receipt::number))
                .hasSize(count)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(pages.stream().limit(pages.size() - 1L))
                .allSatisfy(page -> assertThat(page.items()).hasSize(PAGE));
        assertThat(pages.getFirst().newer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 11})
    default void newerLeadsBackToThePageBefore(int count) {
        var owner = booked(count);
        var pages = pages(owner);

        for (var i = 1; i < pages.size(); i++) {
            assertThat(receipts().page(owner, pages.get(i).newer(), PAGE).items())
                    .isEqualTo(pages.get(i - 1).items());
        }
    }

    @Test
    default void aNewReceiptDoesNotMoveThePageOneLooksAt() {
        var owner = booked(8);
        var second = receipts().page(owner, OptionalLong.empty(), PAGE).older();
        var before = receipts().page(owner, second, PAGE).items();

        wallets().book(owner, grant(1));

        assertThat(receipts().page(owner, second, PAGE).items()).isEqualTo(before);
    }

    private UserId booked(int count) {
        var owner = someone();
        if (count > 0) {
            wallets().of(owner);
        }
        for (var i = 1; i < count; i++) {
            wallets().book(owner, grant(1));
        }
        return owner;
    }

    private List<String> lines(UserId owner) {
        return receipts().page(owner, OptionalLong.empty(), 100).items().stream()
                .map(receipt -> "%d %s %d %d %s"
                        .formatted(
                                receipt.number(),
                                receipt.kind(),
                                receipt.change(),
                                receipt.freeAfter().amount(),
                                receipt.note()))
                .toList();
    }

    private List<Receipts.Page> pages(UserId owner) {
        var pages = new ArrayList<Receipts.Page>();
        var next = OptionalLong.empty();
        do {
            var page = receipts().page(owner, next, PAGE);
            pages.add(page);
            next = page.older();
        } while (next.isPresent());
        return pages;
    }
}
