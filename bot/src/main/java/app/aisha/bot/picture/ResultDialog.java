package app.aisha.bot.picture;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.picture.AskForPicture;
import app.aisha.core.picture.AskForPicture.Request;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.Pictures;
import app.aisha.core.picture.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with a finished picture. */
public final class ResultDialog implements Dialog {

    private final Pictures pictures;
    private final AskForPicture askForPicture;
    private final KeepPicture keepPicture;
    private final DeletePictures deletePictures;
    private final ResultScreens screens;
    private final OrderScreens orders;

    public ResultDialog(
            Pictures pictures,
            AskForPicture askForPicture,
            KeepPicture keepPicture,
            DeletePictures deletePictures,
            ResultScreens screens,
            OrderScreens orders) {
        this.pictures = pictures;
        this.askForPicture = askForPicture;
        this.keepPicture = keepPicture;
        this.deletePictures = deletePictures;
        this.screens = screens;
        this.orders = orders;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof ResultAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    /** Pictures stay in the chat; what is asked about them comes below. */
    private Turn tapped(ResultAction action, User user) {
        return switch (action) {
            case ResultAction.Open(var id) -> ready(id, user, picture -> Turn.aside(screens.one(picture, user)));
            case ResultAction.FullSize(var id) ->
                ready(id, user, picture -> Turn.aside(screens.fullSize(picture, user)));
            case ResultAction.Again(var id) -> ask(new Request.Again(id), user);
            case ResultAction.Variations(var id) -> ask(new Request.Variations(id), user);
            case ResultAction.Same(var id) -> ask(new Request.Same(id), user);
            case ResultAction.Refine(var id) ->
                ready(id, user, picture -> askSentence(new ResultText.AskSentence(), picture.id()));
            case ResultAction.Favourite(var id) -> ready(id, user, picture -> favourite(picture, user));
            case ResultAction.Prompt(var id) -> ready(id, user, picture -> Turn.aside(screens.recipe(picture, user)));
            case ResultAction.Delete(var id) ->
                ready(id, user, picture -> Turn.aside(ResultScreens.askDelete(picture)));
            case ResultAction.ConfirmDelete(var id) -> ready(id, user, picture -> delete(picture, user));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof PictureStep.RefiningPicture(var id)
                ? Optional.of(refine(id, words, user))
                : Optional.empty();
    }

    private Turn ready(PictureId id, User user, Function<Picture.Ready, Turn> answer) {
        return pictures.find(id, user.id()).orElse(null) instanceof Picture.Ready picture
                ? answer.apply(picture)
                : notFound();
    }

    private static Turn notFound() {
        return Turn.silence().toast(new ResultText.NotFound());
    }

    private Turn ask(Request request, User user) {
        return answered(askForPicture.ask(user.id(), request), user);
    }

    private Turn answered(AskForPicture.Outcome outcome, User user) {
        return switch (outcome) {
            case AskForPicture.Outcome.Offered(var order) -> below(orders.show(order.id(), user));
            case AskForPicture.Outcome.Composing(var order) -> below(Turn.show(OrderScreens.composing(order)));
            case AskForPicture.Outcome.NoAvatar _,
                    AskForPicture.Outcome.Unknown _,
                    AskForPicture.Outcome.WrongLength _ -> Turn.silence().toast(new ResultText.SubjectGone());
        };
    }

    private static Turn below(Turn turn) {
        return new Turn(turn.screen(), Turn.Place.BELOW, turn.next(), turn.toast());
    }

    private static Turn askSentence(Text words, PictureId id) {
        return below(Turn.show(Screen.saying(words).button(new ResultText.KeepButton(), new ResultAction.Open(id))))
                .expecting(new PictureStep.RefiningPicture(id));
    }

    private Turn refine(PictureId id, String words, User user) {
        return switch (askForPicture.ask(user.id(), new Request.Refined(id, words))) {
            case AskForPicture.Outcome.WrongLength(var characters) ->
                askSentence(new PictureText.WrongLength(characters, Wish.SHORTEST, Wish.LONGEST), id);
            case AskForPicture.Outcome.Composing(var order) ->
                below(Turn.show(OrderScreens.composing(order))).expecting(new PictureStep.Refining(order.id()));
            case AskForPicture.Outcome other -> answered(other, user);
        };
    }

    private Turn favourite(Picture.Ready picture, User user) {
        return switch (keepPicture.favourite(picture.id(), user.id(), !picture.favourite())) {
            case KeepPicture.Outcome.Kept(var kept) ->
                Turn.silence().toast(kept.favourite() ? new ResultText.Liked() : new ResultText.Unliked());
            case KeepPicture.Outcome.Unknown _ -> notFound();
        };
    }

    private Turn delete(Picture.Ready picture, User user) {
        return deletePictures.delete(List.of(picture.id()), user.id()) == 0
                ? notFound()
                : Turn.show(OrderScreens.another(new ResultText.Deleted())).toast(new ResultText.Deleted());
    }
}
