package app.aisha.bot.profile;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.profile.ProfileAction.ReceiptNumber;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Till;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalLong;

/** The receipts of a person: five on a page, each of which can be opened. */
public final class ReceiptScreens {

    private static final int PAGE = 5;

    private final Receipts receipts;
    private final Till till;
    private final PaidWork work;

    public ReceiptScreens(Receipts receipts, Till till, PaidWork work) {
        this.receipts = receipts;
        this.till = till;
        this.work = work;
    }

    Screen page(User user, Optional<ReceiptNumber> from) {
        var free = till.balance(user.id()).free();
        var start = from.map(number -> OptionalLong.of(number.value())).orElse(OptionalLong.empty());
        var page = receipts.page(user.id(), start, PAGE);
        var screen = Screen.saying(
                page.items().isEmpty() ? new ProfileText.NoReceipts() : new ProfileText.Receipts(Amount.of(free)));
        var transcripts = new HashMap<Purpose, Optional<Transcript>>();
        for (var receipt : page.items()) {
            var transcript = receipt.hold()
                    .map(Hold::purpose)
                    .flatMap(purpose -> transcripts.computeIfAbsent(purpose, it -> work.transcript(it, user)));
            screen = screen.button(
                    new ProfileText.Item(sign(receipt.kind()), effect(receipt), inShort(receipt, transcript)),
                    new ProfileAction.OpenReceipt(new ReceiptNumber(receipt.number()), from));
        }
        return screen.row(Pages.turning(starting(page.newer()), starting(page.older())))
                .button(new MenuText.BackButton(), new MenuAction.OpenProfile());
    }

    private static Optional<Action> starting(OptionalLong from) {
        return from.isPresent()
                ? Optional.of(new ProfileAction.Receipts(Optional.of(new ReceiptNumber(from.getAsLong()))))
                : Optional.empty();
    }

    /** Empty where this person has no such receipt. */
    Optional<Screen> of(User user, ReceiptNumber number, Optional<ReceiptNumber> page) {
        return receipts.find(user.id(), number.value()).map(receipt -> {
            var transcript = receipt.hold().flatMap(hold -> work.transcript(hold.purpose(), user));
            var screen = Screen.saying(new ProfileText.Receipt(
                    receipt.number(),
                    receipt.at().atZone(user.zone()),
                    what(receipt, transcript),
                    change(receipt.change()),
                    Amount.of(receipt.freeAfter()),
                    receipt.hold().<Text>map(this::story).orElseGet(MenuText.Nothing::new)));
            return transcript
                    .map(it -> screen.button(new ProfileText.OpenTranscriptButton(), TranscriptAction.Open.of(it.id())))
                    .orElse(screen)
                    .button(new MenuText.BackButton(), new ProfileAction.Receipts(page));
        });
    }

    private static Text what(Receipt receipt, Optional<Transcript> transcript) {
        return switch (receipt.kind()) {
            case GIFT -> new ProfileText.Gift();
            case PURCHASE -> new ProfileText.Purchase();
            case BONUS -> new ProfileText.Bonus(receipt.note());
            case PROMO -> new ProfileText.Promo(receipt.note());
            case GRANT -> new ProfileText.Grant(receipt.note());
            case TAKE -> new ProfileText.Take(receipt.note());
            case FORFEIT -> new ProfileText.Forfeited();
            case STARS_REFUND -> new ProfileText.StarsRefund();
            case REFUND_FAILED -> new ProfileText.RefundFailed();
            case HOLD -> new ProfileText.Held(inShort(receipt, transcript));
            case CAPTURE -> new ProfileText.Charged(inShort(receipt, transcript));
            case VOID -> new ProfileText.Released(inShort(receipt, transcript));
            case REFUND -> new ProfileText.Refunded(inShort(receipt, transcript));
        };
    }

    private static Text inShort(Receipt receipt, Optional<Transcript> transcript) {
        return receipt.hold()
                .map(hold -> PaidWork.title(hold.purpose(), transcript))
                .orElseGet(() -> what(receipt, transcript));
    }

    private static String sign(Receipt.Kind kind) {
        return switch (kind) {
            case GIFT -> "🎁";
            case PURCHASE -> "⭐";
            case BONUS, PROMO -> "🎟";
            case GRANT, TAKE, FORFEIT -> "👤";
            case STARS_REFUND, REFUND_FAILED -> "↩️";
            case HOLD -> "⏳";
            case CAPTURE -> "✅";
            case VOID, REFUND -> "↩️";
        };
    }

    /** The end of a hold changes little or nothing of what is free; what counts then is what was charged. */
    private static Text effect(Receipt receipt) {
        return receipt.hold()
                .map(Hold::state)
                .filter(state -> receipt.kind() == Receipt.Kind.CAPTURE)
                .<Text>flatMap(state -> state instanceof Hold.State.Captured captured
                        ? Optional.of(new ProfileText.ChargedInShort(
                                captured.charged().amount()))
                        : Optional.empty())
                .orElseGet(() -> change(receipt.change()));
    }

    private static Text change(long change) {
        if (change == 0) {
            return new ProfileText.NoChange();
        }
        return change > 0 ? new ProfileText.Gain(change) : new ProfileText.Loss(-change);
    }

    private Text story(Hold hold) {
        return switch (hold.state()) {
            case Hold.State.Open _ -> new ProfileText.StillOpen(Amount.of(hold.amount()));
            case Hold.State.Captured(var charged, var refunded) -> story(hold.amount(), charged, refunded);
            case Hold.State.Voided(var reason) ->
                new ProfileText.NothingCharged(work.because(hold.purpose().kind(), reason));
        };
    }

    private static Text story(Credits held, Credits charged, Credits refunded) {
        if (!refunded.isNone()) {
            return new ProfileText.GivenBackLater(Amount.of(charged), Amount.of(refunded));
        }
        return charged.equals(held)
                ? new ProfileText.AllCharged(Amount.of(charged))
                : new ProfileText.PartCharged(Amount.of(charged), Amount.of(held.minus(charged)));
    }
}
