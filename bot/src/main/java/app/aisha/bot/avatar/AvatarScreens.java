package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.Avatars;
import java.time.Instant;
import java.time.ZonedDateTime;

/** Avatars as screens: the list, and a card for each state. */
public final class AvatarScreens {

    private static final int LABEL = 30;

    private final Avatars avatars;
    private final AvatarRules rules;
    private final TrainingScreens trainings;
    private final Thumbnails thumbnails;
    private final ReadyButtons others;

    public AvatarScreens(
            Avatars avatars, AvatarRules rules, TrainingScreens trainings, Thumbnails thumbnails, ReadyButtons others) {
        this.avatars = avatars;
        this.rules = rules;
        this.trainings = trainings;
        this.thumbnails = thumbnails;
        this.others = others;
    }

    Screen all(User user) {
        var own = avatars.of(user.id());
        var screen = Screen.saying(
                own.isEmpty() ? new AvatarText.NoneYet() : new AvatarText.Overview(own.size(), rules.most()));
        for (var avatar : own) {
            screen = screen.button(label(avatar), new AvatarAction.Open(avatar.id()));
        }
        if (own.size() < rules.most()) {
            screen = screen.button(new AvatarText.CreateButton(), new WizardAction.Begin());
        }
        return screen.button(new MenuText.BackButton(), new MenuAction.OpenMenu());
    }

    /** The answer to a button whose avatar is not there, or not this person's. */
    Turn notFound(User user) {
        return Turn.show(all(user)).toast(new AvatarText.NotFound());
    }

    private static Text label(Avatar avatar) {
        var name = Shortened.to(LABEL, avatar.heading().name());
        return switch (avatar) {
            case Avatar.Draft draft ->
                new AvatarText.DraftLabel(name, draft.heading().photos());
            case Avatar.Queued _, Avatar.Training _, Avatar.Storing _ -> new AvatarText.UnderWayLabel(name);
            case Avatar.Ready ready ->
                ready.heading().main() ? new AvatarText.MainLabel(name) : new AvatarText.ReadyLabel(name);
            case Avatar.Failed _ -> new AvatarText.FailedLabel(name);
            case Avatar.Cancelled _ -> new AvatarText.CancelledLabel(name);
        };
    }

    Screen card(Avatar avatar, User user) {
        return switch (avatar) {
            case Avatar.Draft draft -> draft(draft, user);
            case Avatar.Queued _, Avatar.Training _, Avatar.Storing _ -> back(trainings.progress(avatar));
            case Avatar.Ready ready -> ready(ready, user);
            case Avatar.Failed failed -> back(withEdits(trainings.over(failed), failed));
            case Avatar.Cancelled cancelled -> back(withEdits(trainings.over(cancelled), cancelled));
        };
    }

    private Screen draft(Avatar.Draft draft, User user) {
        var heading = draft.heading();
        var size = rules.set(heading.type());
        var words = new AvatarText.DraftCard(
                heading.name(),
                Words.of(heading.type()),
                heading.photos(),
                size.least(),
                size.most(),
                at(heading.createdAt(), user));
        var screen = Screen.saying(words).button(new AvatarText.ContinueButton(), new PhotoAction.Collect(draft.id()));
        return thumbnails.above(back(withEdits(screen, draft)), heading.cover());
    }

    private Screen ready(Avatar.Ready ready, User user) {
        var heading = ready.heading();
        var words = new AvatarText.ReadyCard(
                heading.name(),
                Words.of(heading.type()),
                heading.photos(),
                Words.of(ready.plan().preset()),
                at(ready.at(), user),
                heading.main() ? new AvatarText.IsMain() : new MenuText.Nothing());
        var screen = others.under(Screen.saying(words), ready);
        if (!heading.main()) {
            screen = screen.button(new AvatarText.MakeMainButton(), new AvatarAction.MakeMain(ready.id()));
        }
        return thumbnails.above(back(withEdits(screen, ready)), heading.cover());
    }

    private static Screen withEdits(Screen screen, Avatar avatar) {
        return screen.row(
                new Button(new AvatarText.RenameButton(), new AvatarAction.Rename(avatar.id())),
                new Button(new AvatarText.DeleteButton(), new AvatarAction.Delete(avatar.id())));
    }

    private static Screen back(Screen screen) {
        return screen.button(new AvatarText.ListButton(), new AvatarAction.ShowAll());
    }

    private static ZonedDateTime at(Instant moment, User user) {
        return moment.atZone(user.zone());
    }
}
