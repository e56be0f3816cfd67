package app.aisha.bot.picture;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a dialog on pictures may be waiting to hear or to see. */
public sealed interface PictureStep extends Step {

    /**
     * What a picture of the avatar shall show: words, a picture that looks like it, or a voice message.
     *
     * @param before what was asked for last in this dialog; another wish takes its place while it has no words
     */
    @Wire("pi.wishing")
    record Wishing(AvatarId avatar, Optional<OrderId> before) implements PictureStep {

        static Wishing of(AvatarId avatar) {
            return new Wishing(avatar, Optional.empty());
        }
    }

    /**
     * Photos to paint from, then words.
     *
     * @param album the last one that was answered
     * @param caption what was written under one of them, to be painted unless other words come
     * @param before the order of these photos, once there was one; other words take its place, other photos begin anew
     */
    @Wire("pi.collecting")
    record Collecting(
            Optional<SentFile> first,
            Optional<SentFile> second,
            Optional<SentFile> third,
            Optional<SentFile> fourth,
            Optional<SentFile> album,
            Optional<Caption> caption,
            Optional<OrderId> before)
            implements PictureStep {

        public static final Collecting NOTHING = new Collecting(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        List<String> photos() {
            return Stream.of(first, second, third, fourth)
                    .flatMap(Optional::stream)
                    .map(SentFile::id)
                    .toList();
        }

        /** The same with one more, where there is room. */
        Collecting with(String photo, Optional<String> of) {
            var all = Stream.concat(photos().stream(), Stream.of(photo))
                    .map(id -> Optional.of(new SentFile(id)))
                    .toList();
            return new Collecting(
                    at(all, 0), at(all, 1), at(all, 2), at(all, 3), of.map(SentFile::new), caption, before);
        }

        /** Whether the photo is of the album that was answered last. */
        boolean isOf(Optional<String> other) {
            return other.isPresent() && other.equals(album.map(SentFile::id));
        }

        Collecting captioned(String words) {
            return new Collecting(first, second, third, fourth, album, Optional.of(Caption.of(words)), before);
        }

        Collecting ordered(OrderId order) {
            return new Collecting(first, second, third, fourth, album, caption, Optional.of(order));
        }

        private static Optional<SentFile> at(List<Optional<SentFile>> all, int place) {
            return place < all.size() ? all.get(place) : Optional.empty();
        }
    }

    /** Other words. */
    @Wire("po.rewriting")
    record Rewriting(OrderId order) implements PictureStep {}

    /** Words that are painted as they are. */
    @Wire("po.exactly")
    record WritingExactly(OrderId order) implements PictureStep {}

    /** A sentence that changes the words. */
    @Wire("po.refining")
    record Refining(OrderId order) implements PictureStep {}

    /** A sentence that changes a finished picture. */
    @Wire("pp.refining")
    record RefiningPicture(PictureId picture) implements PictureStep {}
}
