package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns the pages of the gallery, filters them, and tells its figures. */
public final class GalleryDialog implements Dialog {

    private static final String COMMAND = "gallery";

    private final RememberedViews views;
    private final GalleryScreens screens;
    private final FilterScreens filters;

    public GalleryDialog(RememberedViews views, GalleryScreens screens, FilterScreens filters) {
        this.views = views;
        this.screens = screens;
        this.filters = filters;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof GalleryAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(GalleryAction action, User user) {
        return switch (action) {
            case GalleryAction.Open _ -> page(Place.first(View.ALL), user);
            case GalleryAction.Browse(var number, var after) ->
                views.turn(number, user, view -> page(new Place(view, after), user));
            case GalleryAction.Avatars(var number) ->
                views.turn(number, user, view -> Turn.show(filters.avatars(view, user)));
            case GalleryAction.OfAvatar(var number, var avatar) -> changed(number, user, view -> view.of(avatar));
            case GalleryAction.Favourites(var number) ->
                changed(number, user, view -> view.favourites(!view.favourites()));
            case GalleryAction.Periods(var number) ->
                views.turn(number, user, view -> Turn.show(FilterScreens.periods(view)));
            case GalleryAction.Since(var number, var period) -> changed(number, user, view -> view.since(period));
            case GalleryAction.AskWords(var number) ->
                views.turn(number, user, view -> ask(new GalleryText.AskWords(), view));
            case GalleryAction.AnyWords(var number) -> changed(number, user, view -> view.with(Optional.empty()));
            case GalleryAction.Figures(var number) ->
                views.turn(number, user, view -> Turn.show(filters.figures(view, user)));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof GalleryStep.Looking(var number)
                ? Optional.of(views.turn(number, user, view -> look(words, view, user)))
                : Optional.empty();
    }

    @Override
    public Optional<Turn> commanded(String command, String words, User user) {
        if (!command.equals(COMMAND)) {
            return Optional.empty();
        }
        return Optional.of(words.isBlank() ? page(Place.first(View.ALL), user) : look(words, View.ALL, user));
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return commanded(command, "", user);
    }

    private Turn look(String written, View view, User user) {
        var words = View.wordsOf(written);
        return words.isEmpty() ? ask(new GalleryText.BlankWords(), view) : first(view.with(words), user);
    }

    private static Turn ask(Text question, View view) {
        return Turn.show(FilterScreens.askWords(question, view)).expecting(new GalleryStep.Looking(view.number()));
    }

    private Turn changed(ViewNumber number, User user, UnaryOperator<View> change) {
        return views.turn(number, user, view -> first(change.apply(view), user));
    }

    private Turn first(View view, User user) {
        views.keep(user, view);
        return page(Place.first(view), user);
    }

    private Turn page(Place place, User user) {
        return Turn.show(screens.page(place, user));
    }
}
