package app.aisha.bot.picture;

import app.aisha.bot.screen.Text;
import app.aisha.core.picture.PictureProblem;

/** Why there is no picture, in words. */
public final class PictureReasons {

    private PictureReasons() {}

    public static Text of(PictureProblem problem) {
        return switch (problem) {
            case CONTENT -> new ResultText.Content();
            case PHOTOS_UNUSABLE -> new ResultText.PhotosUnusable();
            case MODEL_GONE -> new ResultText.ModelGone();
            case REJECTED -> new ResultText.Rejected();
            case BROKE_DOWN -> new ResultText.BrokeDown();
            case TIMEOUT -> new ResultText.Timeout();
            case STOPPED -> new ResultText.PainterStopped();
            case LOST -> new ResultText.Lost();
            case BAD_RESULT -> new ResultText.BadResult();
            case NO_SERVICE -> new ResultText.NoService();
        };
    }
}
