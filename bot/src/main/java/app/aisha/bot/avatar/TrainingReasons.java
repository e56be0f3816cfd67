package app.aisha.bot.avatar;

import app.aisha.bot.screen.Text;
import app.aisha.core.avatar.TrainingProblem;

/** Why a training brought no avatar, in words. */
public final class TrainingReasons {

    private TrainingReasons() {}

    public static Text of(TrainingProblem problem) {
        return switch (problem) {
            case CONTENT -> new TrainingText.Content();
            case PHOTOS_UNUSABLE -> new TrainingText.PhotosUnusable();
            case REJECTED -> new TrainingText.Rejected();
            case BROKE_DOWN -> new TrainingText.BrokeDown();
            case TIMEOUT -> new TrainingText.Timeout();
            case STOPPED -> new TrainingText.Stopped();
            case LOST -> new TrainingText.Lost();
            case BAD_RESULT -> new TrainingText.BadResult();
            case NO_SERVICE -> new TrainingText.NoService();
            case PHOTO_GONE -> new TrainingText.PhotoGone();
        };
    }
}
