package app.aisha.bot.admin;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words about promo codes for administrators. */
public sealed interface PromoText extends Text {

    record Promos() implements PromoText {}

    record NoPromos() implements PromoText {}

    record OpenItem(String code, Text benefit) implements PromoText {}

    record OverItem(String code, Text benefit) implements PromoText {}

    record CreateButton() implements PromoText {}

    record Promo(String code, Text benefit, Text uses, int perPerson, ZonedDateTime from, Text end)
            implements PromoText {}

    record Balance(Text credits) implements PromoText {}

    record Bonus(int percent) implements PromoText {}

    record Discount(int percent) implements PromoText {}

    record Uses(int uses) implements PromoText {}

    record UsesOf(int uses, int total) implements PromoText {}

    record Endless() implements PromoText {}

    record Until(ZonedDateTime end) implements PromoText {}

    record Ended(ZonedDateTime at) implements PromoText {}

    record EndButton() implements PromoText {}

    record AskEnd(String code) implements PromoText {}

    record ConfirmEndButton() implements PromoText {}

    record EndedToast() implements PromoText {}

    record EndedAlready() implements PromoText {}

    record Gone() implements PromoText {}

    record AskTerms(String examples) implements PromoText {}

    record BadTerms(String word, String examples) implements PromoText {}

    record Malformed(String examples) implements PromoText {}

    record Taken(String code) implements PromoText {}

    record CreatedToast() implements PromoText {}
}
