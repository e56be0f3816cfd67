package app.aisha.bot.gallery;

import app.aisha.core.picture.ContactSheets;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pictures of a page are chosen: a bit for each, and above them a sum of the page, so that a choice made on a page that has
 * changed since is known to be void and never falls on other pictures.
 */
public record Ticks(int value) {

    private static final int PLACES = ContactSheets.MOST;
    private static final int SUMS = 1 << (31 - PLACES);

    public Ticks {
        if (value < 0) {
            throw new IllegalArgumentException("Not a choice: " + value);
        }
    }

    /** Nothing of these. */
    static Ticks none(List<Picture.Ready> page) {
        return new Ticks(sum(page) << PLACES);
    }

    private static int sum(List<Picture.Ready> page) {
        return Math.floorMod(
                page.stream()
                        .map(Picture.Ready::id)
                        .map(PictureId::value)
                        .toList()
                        .hashCode(),
                SUMS);
    }

    /** Whether the choice was made on a page of these. */
    boolean isOf(List<Picture.Ready> page) {
        return value >> PLACES == sum(page) && (value & ((1 << PLACES) - 1)) < 1 << page.size();
    }

    /**
     * Whether it is chosen.
     *
     * @param place on the page, from 0
     */
    boolean has(int place) {
        return (value >> place & 1) == 1;
    }

    /** The same with that one changed. */
    Ticks turned(int place) {
        return new Ticks(value ^ 1 << place);
    }

    /** All of the page. */
    static Ticks all(List<Picture.Ready> page) {
        return new Ticks(none(page).value | (1 << page.size()) - 1);
    }

    /** The chosen ones of the page. */
    List<Picture.Ready> of(List<Picture.Ready> page) {
        return IntStream.range(0, page.size())
                .filter(this::has)
                .mapToObj(page::get)
                .toList();
    }
}
