package app.aisha.bot.gallery;

import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.Gallery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of the gallery a person wants to see.
 *
 * @param words at most {@value #LONGEST} characters, in one line
 */
record View(Optional<AvatarId> avatar, boolean favourites, Period period, Optional<String> words) {

    static final int LONGEST = 80;

    static final View ALL = new View(Optional.empty(), false, Period.EVER, Optional.empty());

    /** Views without avatar and words; their numbers say all about them. */
    private static final List<View> PLAIN = Stream.of(Period.values())
            .flatMap(period ->
                    Stream.of(false, true).map(liked -> new View(Optional.empty(), liked, period, Optional.empty())))
            .toList();

    private static final int FIRST_OF_OTHERS = 8;

    View of(Optional<AvatarId> chosen) {
        return new View(chosen, favourites, period, words);
    }

    View favourites(boolean only) {
        return new View(avatar, only, period, words);
    }

    View since(Period chosen) {
        return new View(avatar, favourites, chosen, words);
    }

    View with(Optional<String> wanted) {
        return new View(avatar, favourites, period, wanted);
    }

    Gallery.Filter filter(Instant now, ZoneId zone) {
        return new Gallery.Filter(avatar, favourites, period.beginning(now, zone), words);
    }

    /** The same for equal views, in every process. */
    ViewNumber number() {
        return new ViewNumber(
                isPlain()
                        ? period.digit() * 2 + (favourites ? 1 : 0)
                        : FIRST_OF_OTHERS + (line().hashCode() & 0x3fff_ffff));
    }

    boolean isPlain() {
        return avatar.isEmpty() && words.isEmpty();
    }

    /** The view that the number says all about. */
    static Optional<View> plain(ViewNumber number) {
        return PLAIN.stream().filter(view -> view.number().equals(number)).findFirst();
    }

    /** All of it in one line. */
    String line() {
        return "%s|%d|%d|%s"
                .formatted(
                        avatar.map(id -> id.value().toString()).orElse(""),
                        favourites ? 1 : 0,
                        period.digit(),
                        words.orElse(""));
    }

    /** The view of such a line; empty for any other. */
    static Optional<View> ofLine(String line) {
        var parts = line.split("\\|", 4);
        try {
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new View(
                            Optional.of(parts[0])
                                    .filter(id -> !id.isEmpty())
                                    .map(id -> new AvatarId(UUID.fromString(id))),
                            parts[1].equals("1"),
                            Stream.of(Period.values())
                                    .filter(it -> parts[2].equals(String.valueOf(it.digit())))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalArgumentException("No such period")),
                            Optional.of(parts[3]).filter(words -> !words.isEmpty())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What a person wrote as words to look for; empty where they wrote nothing. */
    static Optional<String> wordsOf(String written) {
        var tidy = written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var end = Math.min(LONGEST, tidy.codePointCount(0, tidy.length()));
        return Optional.of(tidy.substring(0, tidy.offsetByCodePoints(0, end)).strip())
                .filter(words -> !words.isEmpty());
    }
}
