package app.aisha.bot.wallet;

import app.aisha.bot.screen.Text;
import app.aisha.core.wallet.Credits;
import java.time.ZonedDateTime;

/** Words about credits. */
public sealed interface WalletText extends Text {

    /** An amount with its unit. */
    record Amount(long credits) implements WalletText {

        public static Amount of(Credits credits) {
            return new Amount(credits.amount());
        }
    }

    record TopUpButton() implements WalletText {}

    record TopUp(Text balance, Text promo) implements WalletText {}

    record BonusWaits(String code, int percent) implements WalletText {}

    record DiscountWaits(String code, int percent) implements WalletText {}

    record PackageButton(Text credits, int stars) implements WalletText {}

    record BonusButton(long credits, long bonus, int stars) implements WalletText {}

    record DiscountButton(Text credits, int stars, int before) implements WalletText {}

    record PromoButton() implements WalletText {}

    record DropPromoButton() implements WalletText {}

    record PackagesChanged() implements WalletText {}

    record InvoiceSent() implements WalletText {}

    record InvoiceFor(Text credits, ZonedDateTime until) implements WalletText {}

    record InvoiceWithBonus(Text credits, Text bonus, String code, ZonedDateTime until) implements WalletText {}

    record InvoiceWithDiscount(Text credits, int percent, String code, ZonedDateTime until) implements WalletText {}

    record PayButton(int stars) implements WalletText {}

    record AskPromo() implements WalletText {}

    record PromoCredited(Text credits, Text balance) implements WalletText {}

    record PromoUnknown() implements WalletText {}

    record PromoNotYet(ZonedDateTime from) implements WalletText {}

    record PromoOver() implements WalletText {}

    record PromoUsedUp() implements WalletText {}

    record PromoUsedByYou() implements WalletText {}

    record PromoAnotherWaits(String code) implements WalletText {}

    record PromoTooOften(int minutes) implements WalletText {}

    record PromoDropped() implements WalletText {}

    record NoPromoWaits() implements WalletText {}

    record CheckoutNotSold() implements WalletText {}

    record CheckoutOutdated() implements WalletText {}

    record CheckoutNotYours() implements WalletText {}

    record CheckoutPaid() implements WalletText {}

    record CheckoutPromoOver() implements WalletText {}

    record CheckoutBusy() implements WalletText {}

    record Paid(Text credits, Text bonus, Text balance) implements WalletText {}

    record WithBonus(Text bonus) implements WalletText {}

    record Refunded(int stars, String number, Text taken, Text balance) implements WalletText {}

    record RefundRefused(int stars, String number) implements WalletText {}

    record PaySupport(Text contact, Text payments) implements WalletText {}

    record Contact(String contact) implements WalletText {}

    record NoContact() implements WalletText {}

    record Payments(Text list) implements WalletText {}

    record PaymentLine(String number, ZonedDateTime at, Text credits, int stars, Text state) implements WalletText {}

    record BeingRefunded() implements WalletText {}

    record IsRefunded() implements WalletText {}

    record Terms(Text minute, int freeSeconds, long cheapestAvatar, Text dearestAvatar, Text picture, Text packages)
            implements WalletText {}

    record FreeTerms() implements WalletText {}

    record PackageLine(Text credits, int stars) implements WalletText {}

    record PaySupportCommand() implements WalletText {}

    record TermsCommand() implements WalletText {}
}
