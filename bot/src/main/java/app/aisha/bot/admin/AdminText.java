package app.aisha.bot.admin;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words of administration. */
public sealed interface AdminText extends Text {

    record AdminCommand() implements AdminText {}

    record Home() implements AdminText {}

    record SearchButton() implements AdminText {}

    record LogButton() implements AdminText {}

    record AskPerson() implements AdminText {}

    record Found(String words) implements AdminText {}

    record NobodyFound(String words) implements AdminText {}

    record PersonItem(String name, String id) implements AdminText {}

    record Person(
            Text person, Text username, String language, ZonedDateTime since, int transcripts, Text reach, Text wallet)
            implements AdminText {}

    /** A name with the Telegram id. */
    record Someone(String name, String id) implements AdminText {}

    record Gone() implements AdminText {}

    record Username(String username) implements AdminText {}

    record Blocked() implements AdminText {}

    record Wallet(Text free, Text held, Text receipts) implements AdminText {}

    record GrantButton() implements AdminText {}

    record TakeButton() implements AdminText {}

    record ReceiptsButton() implements AdminText {}

    record AskGrant(Text person, Text free) implements AdminText {}

    record AskTake(Text person, Text free) implements AdminText {}

    record AskRefund(String number, Text left) implements AdminText {}

    record BadOrder(String most) implements AdminText {}

    record BadReason(int shortest, int longest) implements AdminText {}

    record TooPoor(Text free) implements AdminText {}

    record TooMuch(Text left) implements AdminText {}

    record NoCharge() implements AdminText {}

    record PersonGone() implements AdminText {}

    record PaymentsButton() implements AdminText {}

    record Payments(Text person, Text payments) implements AdminText {}

    record NoPayments(Text person) implements AdminText {}

    record PaymentLine(String number, ZonedDateTime at, Text stars, Text credits, Text state) implements AdminText {}

    record Stars(int count) implements AdminText {}

    record PaidState() implements AdminText {}

    record RefundingState() implements AdminText {}

    record RefundedState() implements AdminText {}

    record RefundStarsButton(Text stars, String number) implements AdminText {}

    record AskStars(String number, Text stars, Text credits, Text free) implements AdminText {}

    record NoPayment() implements AdminText {}

    record RefundUnderWay() implements AdminText {}

    record RefundedAlready() implements AdminText {}

    record ToRefundStars(Text amount, Text person) implements AdminText {}

    record StarsRefunded(Text amount, Text person) implements AdminText {}

    record PromoCreated(String terms) implements AdminText {}

    record PromoEnded(String code) implements AdminText {}

    record PromosButton() implements AdminText {}

    record Proposed(Text what, Text before, Text after, String reason) implements AdminText {}

    record ToGrant(Text amount, Text person) implements AdminText {}

    record ToTake(Text amount, Text person) implements AdminText {}

    record ToRefund(Text amount, Text person) implements AdminText {}

    record ConfirmButton() implements AdminText {}

    record DropButton() implements AdminText {}

    record Done(Text what, Text before, Text after, String reason) implements AdminText {}

    record DoneBefore(Text what, String reason) implements AdminText {}

    record Granted(Text amount, Text person) implements AdminText {}

    record Taken(Text amount, Text person) implements AdminText {}

    record Refunded(Text amount, Text person) implements AdminText {}

    record DoneToast() implements AdminText {}

    record DoneAlready() implements AdminText {}

    record Dropped() implements AdminText {}

    record Outdated() implements AdminText {}

    record Receipts(Text person, Text receipts) implements AdminText {}

    record NoReceipts(Text person) implements AdminText {}

    record ReceiptLine(String number, ZonedDateTime at, Text kind, String change, String after, Text note)
            implements AdminText {}

    record Note(String words) implements AdminText {}

    record RefundButton(String number, Text left) implements AdminText {}

    record GiftKind() implements AdminText {}

    record PurchaseKind() implements AdminText {}

    record BonusKind() implements AdminText {}

    record PromoKind() implements AdminText {}

    record GrantKind() implements AdminText {}

    record TakeKind() implements AdminText {}

    record StarsRefundKind() implements AdminText {}

    record ForfeitKind() implements AdminText {}

    record RefundFailedKind() implements AdminText {}

    record HoldKind() implements AdminText {}

    record CaptureKind() implements AdminText {}

    record VoidKind() implements AdminText {}

    record RefundKind() implements AdminText {}

    record Log(Text entries) implements AdminText {}

    record NoLog() implements AdminText {}

    record LogLine(ZonedDateTime at, Text actor, Text what, Text note) implements AdminText {}

    record ByAdmin(String id) implements AdminText {}

    record ByOperator(String account) implements AdminText {}

    record CreditsGranted(Text amount, String reason) implements AdminText {}

    record CreditsTaken(Text amount, String reason) implements AdminText {}

    record CreditsReturned(Text amount, String reason) implements AdminText {}
}
