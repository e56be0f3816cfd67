package app.aisha.bot.picture;

import app.aisha.bot.account.AccountText;
import app.aisha.bot.avatar.AvatarText;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Portions;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.picture.Subject;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices.Quality;

/** What the words of the domain are called. */
final class Words {

    private Words() {}

    static Text of(AspectRatio ratio) {
        return switch (ratio) {
            case SQUARE -> new AccountText.Square();
            case PORTRAIT -> new AccountText.Portrait();
            case LANDSCAPE -> new AccountText.Landscape();
            case TALL -> new AccountText.Tall();
            case WIDE -> new AccountText.Wide();
        };
    }

    /** With its size where that is known before: painters that work from photos have sizes of their own. */
    static Text sized(AspectRatio ratio, Subject subject) {
        return switch (subject) {
            case Subject.OfAvatar _ -> new OrderText.Sized(of(ratio), of(PixelSize.of(ratio)));
            case Subject.OfPhotos _ -> of(ratio);
        };
    }

    static String of(PixelSize size) {
        return size.width() + "×" + size.height();
    }

    static Text of(Quality quality) {
        return switch (quality) {
            case FAST -> new AvatarText.Fast();
            case BALANCED -> new AvatarText.Balanced();
            case QUALITY -> new AvatarText.Best();
        };
    }

    static Text of(Trouble trouble) {
        return switch (trouble) {
            case NONE -> new MenuText.Nothing();
            case REFUSED -> new OrderText.Refused();
            case NOT_UNDERSTOOD -> new OrderText.NotUnderstood();
            case NOTHING_SAID -> new OrderText.NothingSaid();
            case UNREADABLE -> new OrderText.Unreadable();
            case NOBODY_LOOKS -> new OrderText.NobodyLooks();
            case NO_SERVICE -> new OrderText.NoService();
        };
    }

    /** That credits came back, where there were any. */
    static Text back(Credits returned) {
        return returned.isNone() ? new MenuText.Nothing() : new ResultText.GivenBack(Amount.of(returned));
    }

    /** The beginning of a text, in UTF-16 units, as Telegram counts. */
    static String atMost(int longest, String words) {
        return words.length() <= longest
                ? words
                : Portions.of(words, longest).getFirst().strip() + "…";
    }
}
