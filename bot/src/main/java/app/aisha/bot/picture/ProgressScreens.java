package app.aisha.bot.picture;

import app.aisha.bot.screen.ProgressBar;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.Picture;
import java.util.List;

/** How the pictures of an order are coming along. */
final class ProgressScreens {

    private ProgressScreens() {}

    static Screen of(OrderId order, List<Picture> all, User user) {
        if (all.stream().allMatch(Picture::isOver)) {
            return Screen.saying(ended(all));
        }
        var stage = user.preferences().showsProgress() ? stage(all) : new ResultText.AtWork();
        var screen = Screen.saying(new ResultText.Progress(all.size(), stage));
        return all.stream().anyMatch(ProgressScreens::canBeStopped)
                ? screen.button(new ResultText.StopButton(), new OrderAction.Stop(order))
                : screen;
    }

    private static Text ended(List<Picture> all) {
        var ready = (int) all.stream().filter(Picture.Ready.class::isInstance).count();
        return ready == 0 ? new ResultText.Ended() : new ResultText.Finished(ready, all.size());
    }

    private static boolean canBeStopped(Picture picture) {
        return picture instanceof Picture.Queued || picture instanceof Picture.Painting;
    }

    /** The stage of the one that is furthest among those that are not over. */
    private static Text stage(List<Picture> all) {
        var done = (int) all.stream().filter(Picture::isOver).count();
        Text stage = all.stream().anyMatch(Picture.Storing.class::isInstance)
                ? new ResultText.Storing()
                : all.stream().anyMatch(ProgressScreens::isAccepted)
                        ? new ResultText.Painting()
                        : all.stream().anyMatch(Picture.Painting.class::isInstance)
                                ? new ResultText.Asking()
                                : new ResultText.Waiting();
        return new ResultText.Done(ProgressBar.of(done, all.size()), done, all.size(), stage);
    }

    private static boolean isAccepted(Picture picture) {
        return picture instanceof Picture.Painting painting && painting.ticket().isPresent();
    }
}
