package app.aisha.bot.profile;

import app.aisha.bot.screen.Text;
import java.time.Duration;
import java.time.ZonedDateTime;

/** Words of the profile and the receipts. */
public sealed interface ProfileText extends Text {

    record Profile(String name, String since, Text credits, int transcripts, Duration sound) implements ProfileText {}

    record Credits(Text free) implements ProfileText {}

    record CreditsAndHeld(Text free, Text held) implements ProfileText {}

    record Figures(int days, int transcripts, Duration sound, Text spent, int allTranscripts, Duration allSound)
            implements ProfileText {}

    record Spent(Text amount) implements ProfileText {}

    record ChartTitle(int days) implements ProfileText {}

    record MinutesPanel() implements ProfileText {}

    record CreditsPanel() implements ProfileText {}

    record Receipts(Text free) implements ProfileText {}

    record NoReceipts() implements ProfileText {}

    /** A line in the list: what changed and why. */
    record Item(String sign, Text change, Text what) implements ProfileText {}

    record Gain(long credits) implements ProfileText {}

    record Loss(long credits) implements ProfileText {}

    record NoChange() implements ProfileText {}

    record ChargedInShort(long credits) implements ProfileText {}

    record Receipt(long number, ZonedDateTime date, Text what, Text change, Text after, Text story)
            implements ProfileText {}

    record Gift() implements ProfileText {}

    record Purchase() implements ProfileText {}

    record Bonus(String code) implements ProfileText {}

    record Promo(String code) implements ProfileText {}

    record Grant(String reason) implements ProfileText {}

    record Take(String reason) implements ProfileText {}

    record StarsRefund() implements ProfileText {}

    record Forfeited() implements ProfileText {}

    record RefundFailed() implements ProfileText {}

    record Held(Text work) implements ProfileText {}

    record Charged(Text work) implements ProfileText {}

    record Released(Text work) implements ProfileText {}

    record Refunded(Text work) implements ProfileText {}

    /** The title of a transcript. */
    record Transcript(Text title) implements ProfileText {}

    record SomeTranscript() implements ProfileText {}

    record SomeAvatar() implements ProfileText {}

    record SomePicture() implements ProfileText {}

    record StillOpen(Text amount) implements ProfileText {}

    record AllCharged(Text amount) implements ProfileText {}

    record PartCharged(Text charged, Text returned) implements ProfileText {}

    record GivenBackLater(Text charged, Text refunded) implements ProfileText {}

    record NothingCharged(Text reason) implements ProfileText {}

    record Because(Text problem) implements ProfileText {}

    record BecauseCancelled() implements ProfileText {}

    record BecauseNothingWasSaid() implements ProfileText {}

    record BecauseItFailed() implements ProfileText {}

    record NotFound() implements ProfileText {}

    record FiguresButton() implements ProfileText {}

    record ReceiptsButton() implements ProfileText {}

    record OpenTranscriptButton() implements ProfileText {}
}
