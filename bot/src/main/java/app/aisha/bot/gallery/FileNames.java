package app.aisha.bot.gallery;

import app.aisha.core.media.FlatArchive.Entry;
import app.aisha.core.picture.Picture;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** What files of pictures are called on a person's disk: the day and time first, so that they are in order there too. */
final class FileNames {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private FileNames() {}

    static String of(Picture.Ready picture, ZoneId zone) {
        return "aisha-%s-%d.%s"
                .formatted(
                        MOMENT.format(picture.heading().since().atZone(zone)),
                        picture.heading().number(),
                        ending(picture));
    }

    /** With a number first, because some may have been made at the same moment. */
    static List<Entry> entries(List<Picture.Ready> pictures, int before, ZoneId zone) {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> new Entry(
                        pictures.get(i).files().picture(),
                        "%03d-%s".formatted(before + i + 1, of(pictures.get(i), zone))))
                .toList();
    }

    private static String ending(Picture.Ready picture) {
        return picture.files().contentType().equals("image/png") ? "png" : "jpg";
    }
}
