package app.aisha.bot.transcript;

import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
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

    /** With the button to agree even where too little is free: a top-up in between makes it work. */
    Screen of(Transcript.Waiting waiting) {
        var price = till.find(waiting.quote(), waiting.owner())
                .orElseThrow(() -> new IllegalStateException("A transcript waits without its quote"))
                .price();
        var free = till.balance(waiting.owner()).free();
        var words = Screen.saying(words(waiting, price, free));
        var screen = free.covers(price) ? words : words.button(new WalletText.TopUpButton(), new WalletAction.TopUp());
        return screen.button(
                        new TranscriptText.ConfirmButton(Amount.of(price)),
                        new TranscriptAction.Confirm(waiting.quote()))
                .button(new TranscriptText.CancelButton(), new TranscriptAction.Cancel(waiting.id()));
    }

    private Text words(Transcript.Waiting waiting, Credits price, Credits free) {
        var title = Titles.of(waiting.heading());
        var length = waiting.original().length();
        var freeSeconds = (int) till.prices().transcription().free().toSeconds();
        return free.covers(price)
                ? new TranscriptText.Offer(title, length, Amount.of(price), freeSeconds, Amount.of(free))
                : new TranscriptText.OfferOutOfReach(
                        title, length, Amount.of(price), freeSeconds, Amount.of(free), Amount.of(price.minus(free)));
    }
}
