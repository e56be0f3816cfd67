package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.ProgressBar;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarPhoto;
import app.aisha.core.avatar.AvatarPhotos;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.media.MediaKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The photos of a draft as screens. */
public final class PhotoScreens {

    /** So many refusals are told one by one; the gallery shows all. */
    private static final int TOLD = 6;

    private final AvatarPhotos photos;
    private final AvatarRules rules;
    private final Thumbnails thumbnails;

    public PhotoScreens(AvatarPhotos photos, AvatarRules rules, Thumbnails thumbnails) {
        this.photos = photos;
        this.rules = rules;
        this.thumbnails = thumbnails;
    }

    /** The first look: what makes good photos. */
    Screen begun(Avatar.Draft draft) {
        var words = new MenuText.Both(
                new WizardText.Begun(draft.heading().name()),
                tips(draft.heading().type()));
        return buttons(Screen.saying(words), draft, photos.of(draft.id()));
    }

    Screen tips(Avatar.Draft draft) {
        return Screen.saying(tips(draft.heading().type()))
                .button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
    }

    private static Text tips(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> new PhotoText.TipsPortrait();
            case STYLE -> new PhotoText.TipsStyle();
            case OBJECT -> new PhotoText.TipsObject();
        };
    }

    Screen collected(Avatar.Draft draft) {
        var all = photos.of(draft.id());
        return buttons(Screen.saying(collected(draft, all)), draft, all);
    }

    /** The same with what became of the photos of one batch. */
    Screen checked(Avatar.Draft draft, long batch) {
        var all = photos.of(draft.id());
        var refused = all.stream()
                .filter(photo -> photo.heading().batch() == batch)
                .filter(AvatarPhoto.Refused.class::isInstance)
                .map(AvatarPhoto.Refused.class::cast)
                .toList();
        var words = new PhotoText.Checked(refusals(refused), collected(draft, all));
        return buttons(Screen.saying(words), draft, all);
    }

    private static Text refusals(List<AvatarPhoto.Refused> refused) {
        var lines = new ArrayList<Text>();
        refused.stream()
                .limit(TOLD)
                .map(photo -> new PhotoText.RefusedPhoto(photo.heading().order(), Words.of(photo.problem())))
                .forEach(lines::add);
        if (refused.size() > TOLD) {
            lines.add(new PhotoText.MoreRefused(refused.size() - TOLD));
        }
        return MenuText.all(lines.stream());
    }

    private Text collected(Avatar.Draft draft, List<AvatarPhoto> all) {
        var size = rules.set(draft.heading().type());
        var usable = (int) count(all, AvatarPhoto.Usable.class);
        var checking = (int) count(all, AvatarPhoto.Pending.class);
        Text state = checking > 0
                ? new PhotoText.Checking(checking)
                : usable < size.least()
                        ? new PhotoText.Lacking(size.least() - usable)
                        : usable < size.most() ? new PhotoText.Enough() : new PhotoText.SetFull();
        var bar = ProgressBar.of(Math.min(usable, size.least()), size.least());
        return new PhotoText.Collect(draft.heading().name(), bar, usable, size.least(), size.most(), state);
    }

    private Screen buttons(Screen screen, Avatar.Draft draft, List<AvatarPhoto> all) {
        var row = new ArrayList<Button>();
        if (!all.isEmpty()) {
            row.add(new Button(new PhotoText.LookButton(), new PhotoAction.Look(draft.id(), 0)));
        }
        row.add(new Button(new PhotoText.TipsButton(), new PhotoAction.Tips(draft.id())));
        var shown = count(all, AvatarPhoto.Usable.class)
                        < rules.set(draft.heading().type()).least()
                ? screen
                : screen.button(new PhotoText.NextButton(), new TrainingAction.Presets(draft.id()));
        return shown.row(row.toArray(Button[]::new)).button(new AvatarText.ListButton(), new AvatarAction.ShowAll());
    }

    /** One photo with buttons to its neighbours. */
    Screen look(Avatar.Draft draft, int wanted) {
        var all = photos.of(draft.id());
        if (all.isEmpty()) {
            return Screen.saying(new PhotoText.NoPhotos())
                    .button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
        }
        var place = Math.clamp(wanted, 0, all.size() - 1);
        var photo = all.get(place);
        var row = new ArrayList<Button>();
        if (place > 0) {
            row.add(new Button(new MenuText.NewerButton(), new PhotoAction.Look(draft.id(), place - 1)));
        }
        if (place < all.size() - 1) {
            row.add(new Button(new MenuText.OlderButton(), new PhotoAction.Look(draft.id(), place + 1)));
        }
        var screen = Screen.saying(words(photo, place + 1, all.size()))
                .row(row.toArray(Button[]::new))
                .button(new PhotoText.RemoveButton(), new PhotoAction.Remove(photo.id()))
                .button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
        return thumbnails.above(screen, thumbnail(photo));
    }

    private static Text words(AvatarPhoto photo, int place, int total) {
        var order = photo.heading().order();
        return switch (photo) {
            case AvatarPhoto.Pending _ -> new PhotoText.Pending(place, total, order);
            case AvatarPhoto.Usable _ -> new PhotoText.Usable(place, total, order);
            case AvatarPhoto.Refused refused -> new PhotoText.Refused(place, total, order, Words.of(refused.problem()));
        };
    }

    private static Optional<MediaKey> thumbnail(AvatarPhoto photo) {
        return switch (photo) {
            case AvatarPhoto.Pending _ -> Optional.empty();
            case AvatarPhoto.Usable usable -> Optional.of(usable.thumbnail());
            case AvatarPhoto.Refused refused -> refused.thumbnail();
        };
    }

    private static long count(List<AvatarPhoto> all, Class<? extends AvatarPhoto> state) {
        return all.stream().filter(state::isInstance).count();
    }
}
