package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.avatar.PhotoProblem;
import app.aisha.core.avatar.SetScore;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices.Quality;

/** What the words of the domain are called. */
final class Words {

    private Words() {}

    static Text of(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> new AvatarText.Portrait();
            case STYLE -> new AvatarText.Style();
            case OBJECT -> new AvatarText.Thing();
        };
    }

    static Text of(Quality preset) {
        return switch (preset) {
            case FAST -> new AvatarText.Fast();
            case BALANCED -> new AvatarText.Balanced();
            case QUALITY -> new AvatarText.Best();
        };
    }

    static Text of(PhotoProblem problem) {
        return switch (problem) {
            case EMPTY -> new PhotoText.Empty();
            case TOO_LARGE -> new PhotoText.TooLarge();
            case NOT_A_PICTURE -> new PhotoText.NotAPicture();
            case HEIC -> new PhotoText.Heic();
            case AVIF -> new PhotoText.Avif();
            case GIF -> new PhotoText.Gif();
            case OTHER_KIND -> new PhotoText.OtherKind();
            case ANIMATED -> new PhotoText.Animated();
            case BROKEN -> new PhotoText.Broken();
            case TOO_SMALL -> new PhotoText.TooSmall();
            case TOO_MANY_PIXELS -> new PhotoText.TooManyPixels();
            case SAME_FILE -> new PhotoText.SameFile();
            case SAME_PICTURE -> new PhotoText.SamePicture();
            case TOO_DARK -> new PhotoText.TooDark();
            case TOO_BRIGHT -> new PhotoText.TooBright();
            case NO_CONTRAST -> new PhotoText.NoContrast();
            case BLURRED -> new PhotoText.Blurred();
            case NO_FACE -> new PhotoText.NoFace();
            case SEVERAL_FACES -> new PhotoText.SeveralFaces();
            case OVER_LIMIT -> new PhotoText.OverLimit();
            case GONE -> new PhotoText.Gone();
            case INTERNAL -> new PhotoText.Internal();
        };
    }

    static Text of(SetScore.Missing missing) {
        return switch (missing) {
            case PHOTOS -> new TrainingText.MorePhotos();
            case DISTANCES -> new TrainingText.OtherDistances();
            case ANGLES -> new TrainingText.OtherAngles();
            case LIGHT -> new TrainingText.OtherLight();
            case BACKGROUNDS -> new TrainingText.OtherBackgrounds();
        };
    }

    /** That credits came back, where there were any. */
    static Text back(Credits returned) {
        return returned.isNone() ? new MenuText.Nothing() : new TrainingText.GivenBack(Amount.of(returned));
    }
}
