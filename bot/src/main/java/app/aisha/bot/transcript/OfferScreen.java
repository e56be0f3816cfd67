package app.aisha.bot.transcript;

import app.aisha.bot.screen.Screen;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletText;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Till;

/** The price of a transcript, for its owner to agree to. */
final class OfferScreen {

    private final Till till;

    OfferScreen(Till till) {
        this.till = till;
    }

    Screen of(Transcript.Waiting waiting) {
        var price = till.find(waiting.quote(), waiting.owner())
                .orElseThrow(() -> new IllegalStateException("A transcript waits without its quote"))
                .price();
        var free = till.balance(waiting.owner()).free();
        var screen = free.covers(price) ? affordable(waiting, price, free) : outOfReach(waiting, price, free);
        return screen.button(new TranscriptText.CancelButton(), new TranscriptAction.Cancel(waiting.id()));
    }

    private Screen affordable(Transcript.Waiting waiting, Credits price, Credits free) {
        return Screen.saying(new TranscriptText.Offer(
                        Titles.of(waiting.heading()),
                        waiting.original().length(),
                        Amount.of(price),
                        freeSeconds(),
                        Amount.of(free)))
                .button(
                        new TranscriptText.ConfirmButton(Amount.of(price)),
                        new TranscriptAction.Confirm(waiting.quote()));
    }

    private int freeSeconds() {
        return (int) till.prices().transcription().free().toSeconds();
    }

    /** With the button all the same: a top-up in between makes it work. */
    private Screen outOfReach(Transcript.Waiting waiting, Credits price, Credits free) {
        return Screen.saying(new TranscriptText.OfferOutOfReach(
                        Titles.of(waiting.heading()),
                        waiting.original().length(),
                        Amount.of(price),
                        freeSeconds(),
                        Amount.of(free),
                        Amount.of(price.minus(free))))
                .button(new WalletText.TopUpButton(), new WalletAction.TopUp())
                .button(
                        new TranscriptText.ConfirmButton(Amount.of(price)),
                        new TranscriptAction.Confirm(waiting.quote()));
    }
}
