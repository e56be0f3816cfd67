package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarNotice;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Says what became of photos and trainings. */
public final class AvatarAnnouncer implements Announcer {

    private final Avatars avatars;
    private final PhotoScreens photos;
    private final TrainingScreens trainings;
    private final Thumbnails thumbnails;
    private final ReadyButtons others;

    public AvatarAnnouncer(
            Avatars avatars,
            PhotoScreens photos,
            TrainingScreens trainings,
            Thumbnails thumbnails,
            ReadyButtons others) {
        this.avatars = avatars;
        this.photos = photos;
        this.trainings = trainings;
        this.thumbnails = thumbnails;
        this.others = others;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof AvatarNotice own
                ? avatars.find(own.avatar(), user.id()).flatMap(avatar -> announce(own, avatar))
                : Optional.empty();
    }

    private Optional<Screen> announce(AvatarNotice notice, Avatar avatar) {
        return switch (notice) {
            case AvatarNotice.PhotosChecked checked ->
                avatar instanceof Avatar.Draft draft
                        ? Optional.of(photos.checked(draft, checked.batch()))
                        : Optional.empty();
            case AvatarNotice.Progressed _ -> Optional.of(trainings.progress(avatar));
            case AvatarNotice.Over _ -> over(avatar);
        };
    }

    private Optional<Screen> over(Avatar avatar) {
        return switch (avatar) {
            case Avatar.Ready ready -> Optional.of(ready(ready));
            case Avatar.Failed failed -> Optional.of(trainings.over(failed));
            case Avatar.Cancelled cancelled -> Optional.of(trainings.over(cancelled));
            case Avatar.Draft _, Avatar.Queued _, Avatar.Training _, Avatar.Storing _ -> Optional.empty();
        };
    }

    private Screen ready(Avatar.Ready ready) {
        var heading = ready.heading();
        var words = new TrainingText.Ready(
                heading.name(), heading.main() ? new TrainingText.FirstIsMain() : new MenuText.Nothing());
        var screen = others.under(Screen.saying(words), ready)
                .button(new AvatarText.OpenButton(), new AvatarAction.Open(ready.id()))
                .button(new AvatarText.ListButton(), new AvatarAction.ShowAll());
        return thumbnails.above(screen, heading.cover());
    }
}
