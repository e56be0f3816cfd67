package app.aisha.app.doctor;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether the folder of temporary files can be written and has room.
 *
 * @param folder AISHA_DATA, made at the start where it is missing
 * @param reserve bytes that downloads leave free; empty for the smaller of 1 GB and 5 % of the disk
 */
record DiskSpace(Path folder, OptionalLong reserve) implements Checkup {

    private static final long LARGEST_RESERVE = 1L << 30;
    private static final int SHARE = 20;

    /** Some recordings at once, the unpacked ffmpeg, archives of photos. */
    private static final long COMFORTABLE = 2L << 30;

    @Override
    public String subject() {
        return "disk";
    }

    @Override
    public List<Finding> findings() {
        var place = existing(folder.toAbsolutePath());
        try {
            Files.delete(Files.createTempFile(place, "doctor-", ".probe"));
            var store = Files.getFileStore(place);
            return List.of(room(store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException e) {
            return List.of(Finding.wrong(
                    "disk",
                    "%s cannot be written (%s)".formatted(place, e.getClass().getSimpleName()),
                    "give her user this folder, or let AISHA_DATA name another one"));
        }
    }

    private static Path existing(Path wanted) {
        var place = wanted;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private Finding room(long free, long total) {
        var kept = reserve.orElse(Math.min(LARGEST_RESERVE, total / SHARE));
        var sentence = "%d MB free in %s, of which downloads leave %d".formatted(free >> 20, folder, kept >> 20);
        var remedy = "make room on this disk, let AISHA_DATA name another one, or lower AISHA_DISK_RESERVE";
        if (free < kept) {
            return Finding.wrong("disk", sentence + ", so that no recording is taken", remedy);
        }
        return free - kept < COMFORTABLE ? Finding.doubtful("disk", sentence, remedy) : Finding.fine("disk", sentence);
    }
}
