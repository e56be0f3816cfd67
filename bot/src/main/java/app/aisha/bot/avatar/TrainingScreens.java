package app.aisha.bot.avatar;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.ProgressBar;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletText;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.SetScore;
import app.aisha.core.avatar.TrainingPlan;
import app.aisha.core.avatar.TrainingProgress;
import app.aisha.core.avatar.TrainingRequest;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices.Quality;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Trainings as screens: presets, the offer, progress, the end. */
public final class TrainingScreens {

    private final OfferTraining offers;
    private final Avatars avatars;
    private final boolean seesFaces;
    private final InstantSource clock;

    /**
     * Draws screens.
     *
     * @param seesFaces whether photos are searched for faces here; where not, the offer says so
     */
    public TrainingScreens(OfferTraining offers, Avatars avatars, boolean seesFaces, InstantSource clock) {
        this.offers = offers;
        this.avatars = avatars;
        this.seesFaces = seesFaces;
        this.clock = clock;
    }

    Screen presets(Avatar.Draft draft) {
        var screen = Screen.saying(new TrainingText.ChoosePreset(draft.heading().name()));
        for (var preset : Quality.values()) {
            screen = screen.button(label(draft.heading().type(), preset), new TrainingAction.Offer(draft.id(), preset));
        }
        return screen.button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
    }

    private Text label(TrainingType type, Quality preset) {
        var price = offers.price(preset);
        var minutes = minutes(type, preset);
        return price.isNone()
                ? new TrainingText.FreePresetButton(Words.of(preset), minutes)
                : new TrainingText.PresetButton(Words.of(preset), Amount.of(price), minutes);
    }

    private int minutes(TrainingType type, Quality preset) {
        return Math.max(1, (int) Math.ceil(offers.expected(type, preset).toSeconds() / 60.0));
    }

    Screen offer(OfferTraining.Outcome.Offered offered) {
        var draft = offered.draft();
        var heading = draft.heading();
        var preset = draft.offer().orElseThrow().preset();
        var price = offered.price();
        var words = Screen.saying(new TrainingText.Offer(
                heading.name(),
                Words.of(heading.type()),
                heading.photos(),
                Words.of(preset),
                minutes(heading.type(), preset),
                priced(price, offered.balance()),
                score(offered.score(), heading.type())));
        var screen = offered.balance().free().covers(price)
                ? words
                : words.button(new WalletText.TopUpButton(), new WalletAction.TopUp());
        return screen.button(startButton(price), new TrainingAction.Start(draft.id(), heading.version()))
                .button(new TrainingText.OtherPresetButton(), new TrainingAction.Presets(draft.id()))
                .button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
    }

    private static Text startButton(Credits price) {
        return price.isNone() ? new TrainingText.StartForFreeButton() : new TrainingText.StartButton(Amount.of(price));
    }

    private static Text priced(Credits price, Balance balance) {
        if (price.isNone()) {
            return new TrainingText.ForFree();
        }
        var free = balance.free();
        return free.covers(price)
                ? new TrainingText.Price(Amount.of(price), Amount.of(free))
                : new TrainingText.OutOfReach(Amount.of(price), Amount.of(free), Amount.of(price.minus(free)));
    }

    private Text score(SetScore score, TrainingType type) {
        var advice = score.missing().stream().map(Words::of);
        var unseen = type == TrainingType.PORTRAIT && !seesFaces
                ? Stream.<Text>of(new TrainingText.FacesUnseen())
                : Stream.<Text>empty();
        return new TrainingText.Score(score.points(), MenuText.all(Stream.concat(advice, unseen)));
    }

    Screen tooFew(Avatar.Draft draft, int needed, int checking) {
        Text words = checking > 0
                ? new TrainingText.StillChecking(checking)
                : new TrainingText.TooFewPhotos(draft.heading().photos(), needed);
        return Screen.saying(words).button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
    }

    /** Nothing was set aside, and the way back to the same choice is one tap. */
    Screen trainerOut(Avatar.Draft draft) {
        return Screen.saying(new TrainingText.TrainerOut(draft.heading().name()))
                .button(new TrainingText.RetryButton(), new TrainingAction.Presets(draft.id()))
                .button(new PhotoText.BackToPhotosButton(), new PhotoAction.Collect(draft.id()));
    }

    /** How a training is coming along; that it is over, where it is. */
    Screen progress(Avatar avatar) {
        var name = avatar.heading().name();
        return switch (avatar) {
            case Avatar.Queued queued -> cancellable(queued, queued.plan(), waiting(queued));
            case Avatar.Training training -> cancellable(training, training.plan(), stage(training));
            case Avatar.Storing storing -> Screen.saying(words(storing, storing.plan(), new TrainingText.Storing()));
            case Avatar.Ready _ -> Screen.saying(new TrainingText.Done(name));
            case Avatar.Draft _, Avatar.Failed _, Avatar.Cancelled _ -> Screen.saying(new TrainingText.Ended(name));
        };
    }

    private Text waiting(Avatar.Queued queued) {
        return queued.archive().isEmpty()
                ? new TrainingText.Packing()
                : new TrainingText.Waiting(avatars.queuedBefore(queued.id()));
    }

    private static Text stage(Avatar.Training training) {
        return switch (training.request()) {
            case TrainingRequest.Asked _ -> new TrainingText.Asking();
            case TrainingRequest.Accepted _ -> stage(training.progress());
        };
    }

    private static Text stage(TrainingProgress progress) {
        if (progress.ahead().isPresent()) {
            return new TrainingText.InLine(progress.ahead().getAsLong());
        }
        return progress.steps()
                .<Text>map(at -> new TrainingText.AtStep(ProgressBar.of(at.done(), at.total()), at.done(), at.total()))
                .orElseGet(TrainingText.Running::new);
    }

    private Screen cancellable(Avatar avatar, TrainingPlan plan, Text stage) {
        return Screen.saying(words(avatar, plan, stage))
                .button(new TrainingText.CancelButton(), new TrainingAction.Cancel(avatar.id()));
    }

    private Text words(Avatar avatar, TrainingPlan plan, Text stage) {
        var heading = avatar.heading();
        var elapsed = Duration.between(plan.since(), clock.instant());
        return new TrainingText.Progress(
                heading.name(),
                stage,
                elapsed.isNegative() ? Duration.ZERO : elapsed,
                minutes(heading.type(), plan.preset()));
    }

    /** Why there is no avatar, and what to do. */
    Screen over(Avatar.Failed failed) {
        var failure = failed.failure();
        var words = new TrainingText.Failed(
                failed.heading().name(), TrainingReasons.of(failure.problem()), Words.back(failure.returned()));
        return retry(Screen.saying(words), failed);
    }

    Screen over(Avatar.Cancelled cancelled) {
        var words = new TrainingText.Cancelled(cancelled.heading().name(), Words.back(cancelled.returned()));
        return retry(Screen.saying(words), cancelled);
    }

    private static Screen retry(Screen screen, Avatar avatar) {
        return screen.button(new TrainingText.RetryButton(), new TrainingAction.Retry(avatar.id()));
    }
}
