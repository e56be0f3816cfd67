package app.aisha.bot.picture;

import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wording;
import java.util.List;
import java.util.Optional;

/** Who can be in a person's pictures. */
final class Subjects {

    private final Avatars avatars;

    Subjects(Avatars avatars) {
        this.avatars = avatars;
    }

    List<Avatar.Ready> ready(User user) {
        return avatars.of(user.id()).stream()
                .filter(Avatar.Ready.class::isInstance)
                .map(Avatar.Ready.class::cast)
                .toList();
    }

    /** The main one, else the newest. */
    Optional<Avatar.Ready> usual(User user) {
        var all = ready(user);
        return all.stream()
                .filter(avatar -> avatar.heading().main())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    Optional<Avatar.Ready> ready(AvatarId id, User user) {
        return avatars.find(id, user.id())
                .filter(Avatar.Ready.class::isInstance)
                .map(Avatar.Ready.class::cast);
    }

    /** All styles are portraits: on a thing, or together with a learnt style, they would make nonsense. */
    static boolean takesStyles(Avatar avatar) {
        return avatar.heading().type() == TrainingType.PORTRAIT;
    }

    boolean takesStyles(AvatarId id, UserId owner) {
        return avatars.find(id, owner).filter(Subjects::takesStyles).isPresent();
    }

    Text name(Subject subject, User user) {
        return switch (subject) {
            case Subject.OfAvatar(var id) ->
                avatars.find(id, user.id())
                        .<Text>map(
                                avatar -> new OrderText.Avatar(avatar.heading().name()))
                        .orElseGet(OrderText.SomeAvatar::new);
            case Subject.OfPhotos(var photos) -> new OrderText.SentPhotos(photos.size());
        };
    }

    /** The words with the name of the subject where a painter is told its trigger. */
    String named(String words, Subject subject, User user) {
        var name = switch (subject) {
            case Subject.OfAvatar(var id) ->
                avatars.find(id, user.id())
                        .map(avatar -> avatar.heading().name())
                        .orElse("…");
            case Subject.OfPhotos _ -> "…";
        };
        return words.replace(Wording.SLOT, name);
    }
}
