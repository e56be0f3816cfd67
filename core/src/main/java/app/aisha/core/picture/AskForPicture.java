package app.aisha.core.picture;

import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.PictureOrder.Choice;
import app.aisha.core.picture.PictureOrder.Heading;
import app.aisha.core.picture.PictureOrder.Origin;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Begins an order of pictures from a wish, from a style, or from a picture there is. */
public final class AskForPicture {

    private final PictureOrders orders;
    private final Pictures pictures;
    private final Avatars avatars;
    private final Users users;
    private final StylePacks styles;
    private final Work work;

    /** What beginning work in the background needs. */
    public record Work(Jobs jobs, Transactions transactions, TimeOrderedIds ids) {}

    public AskForPicture(
            PictureOrders orders, Pictures pictures, Avatars avatars, Users users, StylePacks styles, Work work) {
        this.orders = orders;
        this.pictures = pictures;
        this.avatars = avatars;
        this.users = users;
        this.styles = styles;
        this.work = work;
    }

    /** What is asked for. */
    public sealed interface Request {

        /** Of an avatar, as the wish says. */
        record OfAvatar(AvatarId avatar, Wish wish) implements Request {}

        /**
         * Of whoever is on photos, without a training.
         *
         * @param photos Telegram's {@code file_id} of each, one to four
         */
        record OfPhotos(List<String> photos, String words) implements Request {

            public OfPhotos {
                photos = List.copyOf(photos);
            }
        }

        record InStyle(AvatarId avatar, StyleId style) implements Request {}

        /** The same words and choices with a new seed. */
        record Again(PictureId picture) implements Request {}

        /** The very same, by its seed. */
        record Same(PictureId picture) implements Request {}

        /** The same words with new seeds, four at once. */
        record Variations(PictureId picture) implements Request {}

        /** The same, changed as the sentence says. */
        record Refined(PictureId picture, String sentence) implements Request {}
    }

    /** What the request met. */
    public sealed interface Outcome {

        /** The wish is being put into words from now on. */
        record Composing(PictureOrder.Composing order) implements Outcome {}

        /** There are words already. */
        record Offered(PictureOrder.Offered order) implements Outcome {}

        /** There is no trained avatar of this id. */
        record NoAvatar() implements Outcome {}

        /** Fewer than {@link Wish#SHORTEST} or more than {@link Wish#LONGEST} characters. */
        record WrongLength(int characters) implements Outcome {}

        /** No such picture or style, or its subject is gone. */
        record Unknown() implements Outcome {}
    }

    /** Every call begins another order. */
    public Outcome ask(UserId owner, Request request) {
        return ask(owner, request, Optional.empty());
    }

    /**
     * The same in place of an order before, of which nothing comes where it has no words yet.
     *
     * @param before what the owner asked for and now says anew
     */
    public Outcome ask(UserId owner, Request request, Optional<OrderId> before) {
        var user = users.find(owner);
        return user.isEmpty()
                ? new Outcome.Unknown()
                : work.transactions().call(() -> {
                    var outcome = begin(user.get(), request);
                    switch (outcome) {
                        case Outcome.Composing _, Outcome.Offered _ -> before.ifPresent(id -> drop(id, owner));
                        case Outcome.NoAvatar _, Outcome.WrongLength _, Outcome.Unknown _ -> {}
                    }
                    return outcome;
                });
    }

    private void drop(OrderId id, UserId owner) {
        if (orders.lock(id, owner).orElse(null) instanceof PictureOrder.Composing composing) {
            orders.save(composing.abandoned());
        }
    }

    private Outcome begin(User user, Request request) {
        return switch (request) {
            case Request.OfAvatar(var avatar, var wish) ->
                isReady(user.id(), new Subject.OfAvatar(avatar))
                        ? fromWish(user, new Subject.OfAvatar(avatar), wish)
                        : new Outcome.NoAvatar();
            case Request.OfPhotos ofPhotos -> fromPhotos(user, ofPhotos);
            case Request.InStyle(var avatar, var style) ->
                isReady(user.id(), new Subject.OfAvatar(avatar))
                        ? inStyle(user, new Subject.OfAvatar(avatar), style)
                        : new Outcome.NoAvatar();
            case Request.Again(var picture) -> like(user, picture, choice -> choice.count(1));
            case Request.Same(var picture) ->
                pictures.find(picture, user.id())
                        .map(one -> OptionalLong.of(one.heading().recipe().seed()))
                        .map(seed ->
                                like(user, picture, choice -> choice.count(1).seed(seed)))
                        .orElseGet(Outcome.Unknown::new);
            case Request.Variations(var picture) -> like(user, picture, choice -> choice.count(Choice.MOST));
            case Request.Refined(var picture, var sentence) -> refined(user, picture, sentence);
        };
    }

    private Outcome fromWish(User user, Subject subject, Wish wish) {
        var heading = heading(user, subject, Origin.NONE);
        return switch (wish) {
            case Wish.Words(var text) -> {
                var words = text.strip();
                var wrong = wrongLength(words);
                yield wrong.isPresent()
                        ? wrong.get()
                        : user.preferences().enrichesPrompts()
                                ? compose(heading, new Wish.Words(words), List.of())
                                : offer(heading, new Wording(words, Optional.empty()));
            }
            case Wish.Reference _, Wish.Spoken _ -> compose(heading, wish, List.of());
            case Wish.OfSentPhotos _, Wish.Change _ -> new Outcome.Unknown();
        };
    }

    private Outcome fromPhotos(User user, Request.OfPhotos request) {
        var words = request.words().strip();
        var wrong = wrongLength(words);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (request.photos().isEmpty() || request.photos().size() > Subject.OfPhotos.MOST) {
            return new Outcome.Unknown();
        }
        var id = new OrderId(work.ids().next());
        var keys = IntStream.rangeClosed(1, request.photos().size())
                .mapToObj(number -> new MediaKey(
                        "users/%s/orders/%s/photo-%d.jpg".formatted(user.id().value(), id.value(), number)))
                .toList();
        var heading = heading(id, user, new Subject.OfPhotos(keys), Origin.NONE);
        return compose(heading, new Wish.OfSentPhotos(request.photos(), words), List.of());
    }

    private Outcome inStyle(User user, Subject subject, StyleId id) {
        return styles.find(id)
                .map(style -> offer(
                        heading(user, subject, new Origin(Optional.of(id), Optional.empty())),
                        style.wording(user.language().locale())))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome like(User user, PictureId id, UnaryOperator<Choice> changed) {
        return original(user.id(), id)
                .map(original -> offer(
                        heading(user, id, original, changed),
                        original.wordings().getLast()))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome refined(User user, PictureId id, String sentence) {
        var words = sentence.strip();
        var wrong = wrongLength(words);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return original(user.id(), id)
                .map(original -> compose(
                        heading(user, id, original, choice -> choice.count(1)),
                        new Wish.Change(words),
                        List.of(original.wordings().getLast())))
                .orElseGet(Outcome.Unknown::new);
    }

    /** The order the owner's picture was made by, while its subject is still there. */
    private Optional<PictureOrder> original(UserId owner, PictureId id) {
        return pictures.find(id, owner)
                .flatMap(picture -> orders.find(picture.order(), owner))
                .filter(order -> isReady(owner, order.heading().subject()))
                .filter(order -> !order.wordings().isEmpty());
    }

    private boolean isReady(UserId owner, Subject subject) {
        return switch (subject) {
            case Subject.OfAvatar(var avatar) -> avatars.find(avatar, owner).orElse(null) instanceof Avatar.Ready;
            case Subject.OfPhotos _ -> true;
        };
    }

    private Heading heading(User user, PictureId parent, PictureOrder original, UnaryOperator<Choice> changed) {
        var before = original.heading();
        var id = new OrderId(work.ids().next());
        return new Heading(
                id,
                user.id(),
                before.subject(),
                changed.apply(before.choice().seed(OptionalLong.empty())),
                new Origin(before.origin().style(), Optional.of(parent)),
                TimeOrderedIds.madeAt(id.value()),
                1);
    }

    private Heading heading(User user, Subject subject, Origin origin) {
        return heading(new OrderId(work.ids().next()), user, subject, origin);
    }

    private static Heading heading(OrderId id, User user, Subject subject, Origin origin) {
        return new Heading(
                id, user.id(), subject, choice(user.preferences()), origin, TimeOrderedIds.madeAt(id.value()), 1);
    }

    private static Choice choice(Preferences preferences) {
        return new Choice(preferences.defaultRatio(), 1, Quality.BALANCED, OptionalLong.empty());
    }

    private static Optional<Outcome> wrongLength(String words) {
        return Wish.isOfRightLength(words)
                ? Optional.empty()
                : Optional.of(new Outcome.WrongLength(Wish.length(words)));
    }

    private Outcome compose(Heading heading, Wish wish, List<Wording> wordings) {
        var order = new PictureOrder.Composing(heading, wish, heading.at(), wordings);
        orders.add(order);
        work.jobs().enqueue(new PictureJob.Compose(order.id()));
        return new Outcome.Composing(order);
    }

    private Outcome offer(Heading heading, Wording wording) {
        var order = new PictureOrder.Offered(heading, List.of(wording), Optional.empty());
        orders.add(order);
        return new Outcome.Offered(order);
    }
}
