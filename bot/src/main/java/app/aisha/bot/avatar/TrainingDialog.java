package app.aisha.bot.avatar;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.CancelTraining;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.RetryTraining;
import app.aisha.core.avatar.StartAvatarTraining;
import app.aisha.core.wallet.Prices.Quality;
import java.util.Optional;

/** Offers trainings, starts and stops them. */
public final class TrainingDialog implements Dialog {

    private final Avatars avatars;
    private final OfferTraining offerTraining;
    private final StartAvatarTraining startTraining;
    private final CancelTraining cancelTraining;
    private final RetryTraining retryTraining;
    private final Screens screens;

    /** What this dialog shows. */
    public record Screens(TrainingScreens trainings, PhotoScreens photos, AvatarScreens cards) {}

    public TrainingDialog(
            Avatars avatars,
            OfferTraining offerTraining,
            StartAvatarTraining startTraining,
            CancelTraining cancelTraining,
            RetryTraining retryTraining,
            Screens screens) {
        this.avatars = avatars;
        this.offerTraining = offerTraining;
        this.startTraining = startTraining;
        this.cancelTraining = cancelTraining;
        this.retryTraining = retryTraining;
        this.screens = screens;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof TrainingAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(TrainingAction action, User user) {
        return switch (action) {
            case TrainingAction.Presets(var id) ->
                avatars.find(id, user.id())
                        .map(avatar -> presets(avatar, user))
                        .orElseGet(() -> screens.cards().notFound(user));
            case TrainingAction.Offer(var id, var preset) -> offer(id, preset, user);
            case TrainingAction.Start(var id, var version) -> start(id, version, user);
            case TrainingAction.Cancel(var id) ->
                avatars.find(id, user.id())
                        .map(avatar -> askCancel(avatar, user))
                        .orElseGet(() -> screens.cards().notFound(user));
            case TrainingAction.ConfirmCancel(var id) -> cancel(id, user);
            case TrainingAction.Retry(var id) -> retry(id, user);
        };
    }

    private Turn presets(Avatar avatar, User user) {
        return Turn.show(
                avatar instanceof Avatar.Draft draft
                        ? screens.trainings().presets(draft)
                        : screens.cards().card(avatar, user));
    }

    private Turn offer(AvatarId id, Quality preset, User user) {
        return switch (offerTraining.offer(id, user.id(), preset)) {
            case OfferTraining.Outcome.Offered offered ->
                Turn.show(screens.trainings().offer(offered));
            case OfferTraining.Outcome.TooFewPhotos(var draft, var needed, var checking) ->
                Turn.show(screens.trainings().tooFew(draft, needed, checking));
            case OfferTraining.Outcome.TrainerOut(var draft) ->
                Turn.show(screens.trainings().trainerOut(draft));
            case OfferTraining.Outcome.StartedAlready(var avatar) ->
                card(avatar, user, new TrainingText.StartedAlready());
            case OfferTraining.Outcome.Unknown _ -> screens.cards().notFound(user);
        };
    }

    /** Progress comes as a message of its own; the offer becomes the card. */
    private Turn start(AvatarId id, int version, User user) {
        return switch (startTraining.start(id, user.id(), version)) {
            case StartAvatarTraining.Outcome.Started started ->
                card(started.avatar(), user, new TrainingText.Started());
            case StartAvatarTraining.Outcome.TooPoor(var draft, var price, var balance) ->
                Turn.show(screens.trainings()
                                .offer(new OfferTraining.Outcome.Offered(
                                        draft, price, balance, offerTraining.score(draft))))
                        .toast(new TrainingText.TooPoor());
            case StartAvatarTraining.Outcome.Outdated(var draft, var shown) ->
                offer(draft.id(), shown.preset(), user).toast(new TrainingText.PriceChanged());
            case StartAvatarTraining.Outcome.TooFewPhotos(var draft, var needed, var checking) ->
                Turn.show(screens.trainings().tooFew(draft, needed, checking));
            case StartAvatarTraining.Outcome.TrainerOut(var draft) ->
                Turn.show(screens.trainings().trainerOut(draft));
            case StartAvatarTraining.Outcome.StartedAlready(var avatar) ->
                card(avatar, user, new TrainingText.StartedAlready());
            case StartAvatarTraining.Outcome.Unknown _ -> screens.cards().notFound(user);
        };
    }

    private Turn askCancel(Avatar avatar, User user) {
        return switch (avatar) {
            case Avatar.Queued _, Avatar.Training _ ->
                Turn.show(Screen.saying(
                                new TrainingText.AskCancel(avatar.heading().name()))
                        .button(new TrainingText.ConfirmCancelButton(), new TrainingAction.ConfirmCancel(avatar.id()))
                        .button(new TrainingText.GoOnButton(), new AvatarAction.Open(avatar.id())));
            case Avatar.Storing _, Avatar.Draft _, Avatar.Ready _, Avatar.Failed _, Avatar.Cancelled _ ->
                card(avatar, user, new TrainingText.TooLateToCancel());
        };
    }

    private Turn cancel(AvatarId id, User user) {
        return switch (cancelTraining.cancel(id, user.id())) {
            case CancelTraining.Outcome.Cancelled(var avatar) ->
                Turn.show(screens.cards().card(avatar, user));
            case CancelTraining.Outcome.TooLate(var avatar) -> card(avatar, user, new TrainingText.TooLateToCancel());
            case CancelTraining.Outcome.Unknown _ -> screens.cards().notFound(user);
        };
    }

    private Turn retry(AvatarId id, User user) {
        return switch (retryTraining.retry(id, user.id())) {
            case RetryTraining.Outcome.DraftAgain(var draft) ->
                Turn.show(screens.photos().collected(draft));
            case RetryTraining.Outcome.NotOver(var avatar) -> card(avatar, user, new TrainingText.StartedAlready());
            case RetryTraining.Outcome.Unknown _ -> screens.cards().notFound(user);
        };
    }

    private Turn card(Avatar avatar, User user, Text toast) {
        return Turn.show(screens.cards().card(avatar, user)).toast(toast);
    }
}
