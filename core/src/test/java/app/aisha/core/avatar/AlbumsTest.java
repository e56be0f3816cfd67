package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.PhotoInspector.Finding;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.work.JobOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-T6: albums in any order, split, interleaved, delivered twice, with a restart in their midst. */
class AlbumsTest {

    private static final int RUNS = 100;

    @TempDir
    Path folder;

    @Test
    void everyPhotoCountsOnceAndNobodyGetsTenMessages() throws Exception {
        for (var seed = 0; seed < RUNS; seed++) {
            run(new Random(seed), seed);
        }
    }

    private void run(Random random, int seed) throws Exception {
        var atelier = new Atelier(folder.resolve("world-" + seed));
        var draft = atelier.draft("Mira");
        var deliveries = deliveries(random);
        var waiting = new ArrayList<PhotoId>();
        for (var sent : deliveries) {
            atelier.addPhoto().add(atelier.owner, sent);
            for (var job : atelier.jobs.takeAll()) {
                waiting.add(((AvatarJob.CheckPhoto) job).photo());
            }
            Collections.shuffle(waiting, random);
            while (!waiting.isEmpty() && random.nextInt(3) == 0) {
                check(atelier, waiting.removeLast(), random);
            }
        }
        for (var photo : waiting) {
            check(atelier, photo, random);
        }

        var photos = atelier.avatars.of(draft.id());
        assertThat(photos).as("seed %d", seed).hasSize(7).noneMatch(AvatarPhoto.Pending.class::isInstance);
        assertThat(photos.stream().map(photo -> photo.heading().order())).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(photos.stream().filter(AvatarPhoto.Usable.class::isInstance)).hasSize(5);
        assertThat(atelier.outbox.posted(AvatarNotice.PhotosChecked.class).stream()
                        .map(AvatarNotice.PhotosChecked::anchor)
                        .distinct()
                        .count())
                .as("messages, seed %d", seed)
                .isLessThanOrEqualTo(3);
    }

    /** Two albums of three and one photo alone, shuffled, a third of them delivered twice. */
    private static List<SentPhoto> deliveries(Random random) {
        var all = new ArrayList<SentPhoto>();
        for (var message = 1; message <= 7; message++) {
            var album = message == 7 ? Optional.<String>empty() : Optional.of(message <= 3 ? "first" : "second");
            var sent = new SentPhoto(message, "file-" + message, album);
            all.add(sent);
            if (random.nextInt(3) == 0) {
                all.add(sent);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** A job that died after its work runs once more. */
    private static void check(Atelier atelier, PhotoId id, Random random) throws InterruptedException {
        var number =
                Math.toIntExact(atelier.avatars.find(id).orElseThrow().heading().message());
        PhotoInspector inspector = new PhotoInspector() {
            @Override
            public boolean seesFaces() {
                return true;
            }

            @Override
            public Finding inspect(Path photo, Path copy, Path thumbnail) {
                write(copy);
                write(thumbnail);
                return new Finding.Seen(AvatarExamples.look(number));
            }
        };
        var check = new CheckAvatarPhoto(
                atelier.avatars,
                atelier.avatars,
                new Downloads(),
                inspector,
                atelier.media,
                new Workbench(atelier.outbox, atelier.transactions, atelier.scratch, atelier.clock));
        for (var runs = 0; runs <= random.nextInt(2); runs++) {
            assertThat(check.check(id)).isEqualTo(new JobOutcome.Finished());
        }
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "pixels");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every file is there. */
    private static final class Downloads implements RemoteFiles {

        @Override
        public Download download(String file, Path target) {
            write(target);
            return new Download.Fetched(6);
        }

        @Override
        public long limit() {
            return 20 << 20;
        }
    }
}
