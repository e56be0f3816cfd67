package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.StartAvatar;
import app.aisha.core.avatar.TrainingType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Leads to a new avatar: its type, whom it shows, its name. From the name on it is kept. */
public final class WizardDialog implements Dialog {

    private final StartAvatar startAvatar;
    private final AvatarRules rules;
    private final PhotoScreens photos;

    public WizardDialog(StartAvatar startAvatar, AvatarRules rules, PhotoScreens photos) {
        this.startAvatar = startAvatar;
        this.rules = rules;
        this.photos = photos;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof WizardAction own ? Optional.of(tapped(own)) : Optional.empty();
    }

    private Turn tapped(WizardAction action) {
        return switch (action) {
            case WizardAction.Begin _ -> Turn.show(types());
            case WizardAction.About(var type) -> Turn.show(about(type));
            case WizardAction.Compare _ -> Turn.show(comparison());
            case WizardAction.ChooseType(var type) ->
                type == TrainingType.PORTRAIT ? Turn.show(genders()) : askName(type, Gender.OTHER);
            case WizardAction.WhyGender _ ->
                Turn.show(Screen.saying(new WizardText.WhyGender())
                        .button(new MenuText.BackButton(), new WizardAction.ChooseType(TrainingType.PORTRAIT)));
            case WizardAction.ChooseGender(var gender) -> askName(TrainingType.PORTRAIT, gender);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof AvatarStep.Naming naming ? Optional.of(begin(words, naming, user)) : Optional.empty();
    }

    private static Screen types() {
        return Screen.saying(new WizardText.ChooseType())
                .button(new WizardText.PortraitButton(), new WizardAction.ChooseType(TrainingType.PORTRAIT))
                .button(new WizardText.StyleButton(), new WizardAction.ChooseType(TrainingType.STYLE))
                .button(new WizardText.ObjectButton(), new WizardAction.ChooseType(TrainingType.OBJECT))
                .row(aboutButtons(Arrays.stream(TrainingType.values())))
                .button(new WizardText.CompareButton(), new WizardAction.Compare())
                .button(new MenuText.BackButton(), new AvatarAction.ShowAll());
    }

    private static Button[] aboutButtons(Stream<TrainingType> types) {
        return types.map(type -> new Button(new WizardText.AboutButton(Words.of(type)), new WizardAction.About(type)))
                .toArray(Button[]::new);
    }

    private Screen about(TrainingType type) {
        var size = rules.set(type);
        var words = switch (type) {
            case PORTRAIT -> new WizardText.AboutPortrait(size.least(), size.most());
            case STYLE -> new WizardText.AboutStyle(size.least(), size.most());
            case OBJECT -> new WizardText.AboutObject(size.least(), size.most());
        };
        return Screen.saying(words)
                .button(new WizardText.TakeButton(Words.of(type)), new WizardAction.ChooseType(type))
                .row(aboutButtons(Arrays.stream(TrainingType.values()).filter(other -> other != type)))
                .button(new MenuText.BackButton(), new WizardAction.Begin());
    }

    private static Screen comparison() {
        var screen = Screen.saying(new WizardText.Comparison());
        for (var type : TrainingType.values()) {
            screen = screen.button(new WizardText.TakeButton(Words.of(type)), new WizardAction.ChooseType(type));
        }
        return screen.button(new MenuText.BackButton(), new WizardAction.Begin());
    }

    private static Screen genders() {
        return Screen.saying(new WizardText.ChooseGender())
                .row(
                        new Button(new WizardText.MaleButton(), new WizardAction.ChooseGender(Gender.MALE)),
                        new Button(new WizardText.FemaleButton(), new WizardAction.ChooseGender(Gender.FEMALE)),
                        new Button(new WizardText.OtherButton(), new WizardAction.ChooseGender(Gender.OTHER)))
                .button(new WizardText.WhyButton(), new WizardAction.WhyGender())
                .button(new MenuText.BackButton(), new WizardAction.Begin());
    }

    private static Turn askName(TrainingType type, Gender gender) {
        var words = new WizardText.AskName(StartAvatar.SHORTEST_NAME, StartAvatar.LONGEST_NAME);
        return asking(words, new AvatarStep.Naming(type, gender));
    }

    private Turn begin(String words, AvatarStep.Naming naming, User user) {
        return switch (startAvatar.start(user.id(), naming.type(), naming.gender(), words)) {
            case StartAvatar.Outcome.Started(var draft) -> Turn.show(photos.begun(draft));
            case StartAvatar.Outcome.BadName _ ->
                asking(new AvatarText.BadName(StartAvatar.SHORTEST_NAME, StartAvatar.LONGEST_NAME), naming);
            case StartAvatar.Outcome.NameTaken(var name) -> asking(new AvatarText.NameTaken(name), naming);
            case StartAvatar.Outcome.TooMany(var limit) ->
                Turn.show(Screen.saying(new WizardText.TooMany(limit))
                        .button(new AvatarText.ListButton(), new AvatarAction.ShowAll()));
        };
    }

    private static Turn asking(Text words, AvatarStep.Naming naming) {
        var back = naming.type() == TrainingType.PORTRAIT
                ? new WizardAction.ChooseType(naming.type())
                : new WizardAction.Begin();
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), back))
                .expecting(naming);
    }
}
