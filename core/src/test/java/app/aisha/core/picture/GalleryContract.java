package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Gallery.Filter;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every gallery promises. */
public interface GalleryContract {

    List<String> ENGLISH = List.of("lake", "forest", "tiger", "moon");
    List<String> RUSSIAN = List.of("озеро", "лес", "тигр", "луна");

    Gallery gallery();

    Pictures pictures();

    PictureOrders orders();

    Avatars avatars();

    UserId someone();

    /** A picture and the words it is found by. */
    record Hung(Picture.Ready picture, String words) {}

    private Hung hang(UserId owner, Subject subject, String prompt, Optional<String> reading, boolean favourite) {
        var order = PictureExamples.placed(owner, subject, reading);
        orders().add(order);
        var queued = PictureExamples.queued(order, 1, prompt);
        pictures().add(queued);
        var path = new ArrayList<Picture>();
        var ready = PictureExamples.finished(queued, path);
        path.forEach(pictures()::save);
        if (favourite) {
            ready = ready.favourite(true);
            pictures().save(ready);
        }
        return new Hung(ready, (prompt + " " + reading.orElse("")).toLowerCase(Locale.ROOT));
    }

    /** Newest first. */
    private List<Hung> hang(UserId owner, List<Subject> subjects, int number, Random random) {
        var hung = new ArrayList<Hung>();
        for (var count = 0; count < number; count++) {
            var reading =
                    random.nextBoolean() ? Optional.of("ТОЛЬКО " + two(RUSSIAN, random)) : Optional.<String>empty();
            hung.add(hang(
                    owner,
                    subjects.get(random.nextInt(subjects.size())),
                    "TOKmira man, " + two(ENGLISH, random),
                    reading,
                    random.nextInt(3) == 0));
        }
        Collections.reverse(hung);
        return hung;
    }

    private static String two(List<String> words, Random random) {
        return words.get(random.nextInt(words.size())).toUpperCase(Locale.ROOT)
                + ", "
                + words.get(random.nextInt(words.size()));
    }

    private static Subject someAvatar() {
        return new Subject.OfAvatar(new AvatarId(PictureExamples.id()));
    }

    private static List<Subject> subjects() {
        return List.of(
                someAvatar(), someAvatar(), new Subject.OfPhotos(List.of(new MediaKey("users/a/orders/1/photo.jpg"))));
    }

    private static List<Picture.Ready> pictures(List<Hung> hung, Predicate<Hung> which) {
        return hung.stream().filter(which).map(Hung::picture).toList();
    }

    private static boolean isMeant(Hung hung, Filter filter) {
        var subject = hung.picture().heading().recipe().subject();
        return filter.avatar()
                        .map(Subject.OfAvatar::new)
                        .filter(wanted -> !wanted.equals(subject))
                        .isEmpty()
                && (!filter.favourites() || hung.picture().favourite())
                && filter.since().filter(since -> made(hung).isBefore(since)).isEmpty()
                && List.of(filter.words().orElse("man").toLowerCase(Locale.ROOT).split(" ")).stream()
                        .allMatch(hung.words()::contains);
    }

    private static Instant made(Hung hung) {
        return TimeOrderedIds.madeAt(hung.picture().id().value());
    }

    private static Filter filter(List<Subject> subjects, List<Hung> hung, Random random) {
        var avatar = subjects.get(random.nextInt(subjects.size())) instanceof Subject.OfAvatar(var id)
                ? Optional.of(id)
                : Optional.<AvatarId>empty();
        var moment = made(hung.get(random.nextInt(hung.size()))).plusNanos(random.nextInt(2));
        var words = random.nextBoolean()
                ? ENGLISH.get(random.nextInt(4)).toUpperCase(Locale.ROOT)
                : ENGLISH.get(random.nextInt(4)) + " "
                        + RUSSIAN.get(random.nextInt(4)).toUpperCase(Locale.ROOT);
        return new Filter(
                avatar,
                random.nextInt(3) == 0,
                random.nextBoolean() ? Optional.of(moment) : Optional.empty(),
                random.nextBoolean() ? Optional.of(words) : Optional.empty());
    }

    @Test
    default void filtersFindWhatAModelFinds() {
        var random = new Random(26);
        var owner = someone();
        var subjects = subjects();
        var hung = hang(owner, subjects, 120, random);
        hang(someone(), subjects, 20, random);
        var notEmpty = 0;
        for (var run = 0; run < 300; run++) {
            var filter = filter(subjects, hung, random);
            var wanted = pictures(hung, each -> isMeant(each, filter));
            assertThat(gallery().page(owner, filter, Optional.empty(), 100))
                    .as("%s", filter)
                    .isEqualTo(wanted.subList(0, Math.min(100, wanted.size())));
            assertThat(gallery().count(owner, filter, 30)).isEqualTo(Math.min(30, wanted.size()));
            var edge = hung.get(random.nextInt(hung.size())).picture();
            var place = pictures(hung, _ -> true).indexOf(edge);
            var older = pictures(hung.subList(place + 1, hung.size()), each -> isMeant(each, filter));
            var newer = pictures(hung.subList(0, place), each -> isMeant(each, filter));
            assertThat(gallery().page(owner, filter, Optional.of(edge.id()), 7))
                    .isEqualTo(older.subList(0, Math.min(7, older.size())));
            assertThat(gallery().pageBefore(owner, filter, edge.id(), 7))
                    .isEqualTo(newer.subList(Math.max(0, newer.size() - 7), newer.size()));
            notEmpty += wanted.isEmpty() ? 0 : 1;
        }
        assertThat(notEmpty).isGreaterThan(100);
    }

    @Test
    default void newPicturesMoveNoPage() {
        var random = new Random(6);
        var owner = someone();
        var before = pictures(hang(owner, subjects(), 25, random), _ -> true);
        var seen = new ArrayList<Picture.Ready>();
        var after = Optional.<PictureId>empty();
        for (var page = gallery().page(owner, Filter.ALL, after, 4);
                !page.isEmpty();
                page = gallery().page(owner, Filter.ALL, after, 4)) {
            seen.addAll(page);
            after = Optional.of(page.getLast().id());
            hang(owner, subjects(), 1, random);
        }
        assertThat(seen).isEqualTo(before);

        var back = gallery().pageBefore(owner, Filter.ALL, before.get(10).id(), 4);
        assertThat(back).isEqualTo(before.subList(6, 10));
    }

    @Test
    default void onlyFinishedPicturesOfTheOwnerHangThere() {
        var owner = someone();
        var order = PictureExamples.placed(owner, someAvatar(), Optional.empty());
        orders().add(order);
        pictures().add(PictureExamples.queued(order, 1, "lake"));
        var hung = hang(owner, someAvatar(), "lake", Optional.empty(), false).picture();
        var stranger = someone();

        assertThat(gallery().page(owner, Filter.ALL, Optional.empty(), 10)).containsExactly(hung);
        assertThat(gallery().page(stranger, Filter.ALL, Optional.empty(), 10)).isEmpty();
        assertThat(gallery()
                        .pageBefore(
                                stranger,
                                Filter.ALL,
                                order.heading().origin().parent().orElse(hung.id()),
                                10))
                .isEmpty();
        assertThat(gallery().count(stranger, Filter.ALL, 10)).isZero();
        assertThat(gallery().figures(stranger).pictures()).isZero();
        assertThat(gallery().figures(stranger).first()).isEmpty();
    }

    @Test
    default void figuresAreCountedAndKnowAvatarsThatAreNoMore() {
        var owner = someone();
        var kept = AvatarExamples.draft(owner, "Mira");
        var gone = AvatarExamples.draft(owner, "Anna");
        avatars().add(kept);
        avatars().add(gone);
        var hung = new ArrayList<Hung>();
        for (Avatar avatar : List.of(gone, kept, gone)) {
            hung.add(hang(owner, new Subject.OfAvatar(avatar.id()), "lake", Optional.empty(), avatar.equals(kept)));
        }
        hung.add(hang(owner, subjects().getLast(), "lake", Optional.empty(), false));
        avatars().delete(gone);
        avatars().save(kept.renamed("Mia"));

        var figures = gallery().figures(owner);

        assertThat(figures)
                .isEqualTo(new Gallery.Figures(
                        4,
                        1,
                        hung.stream()
                                .mapToLong(each -> each.picture().files().bytes())
                                .sum(),
                        Optional.of(hung.getFirst().picture().at()),
                        List.of(
                                new Gallery.OfAvatar(gone.id(), "Anna", 2),
                                new Gallery.OfAvatar(kept.id(), "Mia", 1))));
    }
}
