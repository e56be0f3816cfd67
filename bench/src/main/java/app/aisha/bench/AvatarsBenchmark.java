package app.aisha.bench;

import app.aisha.adapters.fal.FalAvatarTrainer;
import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.filesystem.FilesystemMediaStore;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.http.ServicePause;
import app.aisha.adapters.photos.ImageIoPhotoInspector;
import app.aisha.adapters.photos.PixelProgram;
import app.aisha.adapters.postgres.PostgresAvatarPhotos;
import app.aisha.adapters.postgres.PostgresAvatars;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarPhoto;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.PhotoId;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.avatar.PictureHash;
import app.aisha.core.avatar.PrepareArchive;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainerBackend.Dialect;
import app.aisha.core.avatar.TrainingPlan;
import app.aisha.core.avatar.TrainingRecipe;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.media.MediaStore;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.TimeOrderedIds;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** What avatars cost before the trainer gets them: looking into photos, packing and handing over a set, hearing of the end. */
final class AvatarsBenchmark implements Benchmark {

    private static final int PHOTOS = 20;
    private static final int ARCHIVES = 5;
    private static final int CHECKS = 40;
    private static final List<Integer> RATES = List.of(100, 500);

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());

    @Override
    public String name() {
        return "avatars";
    }

    @Override
    public String purpose() {
        return "photos checked, packed and handed over; calls of the trainer verified and kept";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d archives of %d photos, %d checks, calls at each rate for %d s; the heap is the highest, garbage included"
                        .formatted(ARCHIVES, PHOTOS, CHECKS, TrainerCalls.SECONDS),
                "",
                "MB",
                "p50 ms",
                "p99 ms",
                "heap MB");
        try (var folder = TemporaryFolder.make();
                var bank = Bank.open();
                var counter = bank.counter(20);
                var sink = new ArchiveSink()) {
            var photo = folder.path().resolve("photo.jpg");
            Files.write(photo, photoOfFiveMegabytes());
            check(figures, folder.path(), photo);
            var media = new FilesystemMediaStore(folder.path().resolve("media"));
            var owner = bank.people(1).getFirst();
            pack(figures, folder.path(), photo, media, new PostgresDatabase(counter.pool()), owner, sink.root());
            for (var rate : RATES) {
                new TrainerCalls(counter.pool(), rate).measure(figures);
            }
        }
        return figures;
    }

    /** Twelve megapixels with enough noise to be a photo. */
    private static byte[] photoOfFiveMegabytes() throws IOException {
        var random = new Random(5);
        var picture = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var base = (x / 16 + y / 24) & 0xff;
                picture.setRGB(x, y, 0x010101 * base ^ 0x010101 * random.nextInt(0x60));
            }
        }
        var file = Files.createTempFile("aisha-bench", ".jpg");
        try {
            ImageIO.write(picture, "jpg", file.toFile());
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Figures figures, Path folder, Path photo) throws Exception {
        var ffmpeg = Ffmpeg.find(new FfmpegSettings(Optional.empty(), folder.resolve("ffmpeg")));
        PhotoInspector inspector = new ImageIoPhotoInspector(
                new PixelProgram(ffmpeg.prefix(), ffmpeg.program(), ffmpeg.environment(), ffmpeg.folder()), 2);
        var times = new ArrayList<Double>();
        var before = heapAtRest();
        for (var run = 0; run < CHECKS; run++) {
            var begin = System.nanoTime();
            inspector.inspect(photo, folder.resolve("copy.jpg"), folder.resolve("small.jpg"));
            times.add((System.nanoTime() - begin) / 1e6);
        }
        row(figures, "one photo checked", Files.size(photo) / 1e6, times, peakHeap() - before);
    }

    private void pack(
            Figures figures,
            Path folder,
            Path photo,
            MediaStore media,
            PostgresDatabase database,
            UserId owner,
            URI fal)
            throws Exception {
        var photos = new PostgresAvatarPhotos(database);
        var queued = queued(database, photos, media, photo, owner);
        var settings = new FalSettings(
                new Secret("key:secret"),
                new FalSettings.Roots(fal, fal, fal, fal),
                FalSettings.FAL_FILES,
                FalSettings.Timeouts.USUAL,
                Optional.empty(),
                Duration.ofMinutes(1));
        var clock = InstantSource.system();
        var pause = new ServicePause(_ -> {}, settings.pause(), clock);
        var prepare = new PrepareArchive(photos, media, new FalAvatarTrainer(settings, pause, clock));
        var times = new ArrayList<Double>();
        var before = heapAtRest();
        for (var run = 0; run < ARCHIVES; run++) {
            var begin = System.nanoTime();
            var archive = prepare.prepare(queued, Files.createDirectories(folder.resolve("archive-" + run)));
            if (archive.isEmpty()) {
                throw new IllegalStateException("A photo is gone");
            }
            times.add((System.nanoTime() - begin) / 1e6);
        }
        row(figures, "a set packed and handed over", PHOTOS * Files.size(photo) / 1e6, times, peakHeap() - before);
    }

    private Avatar.Queued queued(
            PostgresDatabase database, PostgresAvatarPhotos photos, MediaStore media, Path photo, UserId owner)
            throws Exception {
        var avatars = new PostgresAvatars(database);
        var heading = new Avatar.Heading(
                new AvatarId(ids.next()),
                owner,
                "Bench",
                TrainingType.PORTRAIT,
                Gender.OTHER,
                0,
                Optional.empty(),
                false,
                Instant.now(),
                1);
        var draft = new Avatar.Draft(heading, Optional.empty(), 0);
        avatars.add(draft);
        for (var order = 1; order <= PHOTOS; order++) {
            var pending = new AvatarPhoto.Pending(
                    new AvatarPhoto.Heading(new PhotoId(ids.next()), draft.id(), owner, "file", order, order, order));
            photos.add(pending);
            media.put(pending.heading().key(), photo, "image/jpeg");
            var look = new PhotoLook(
                    4_000,
                    3_000,
                    Files.size(photo),
                    "digest-" + order,
                    new PictureHash(order, order),
                    120,
                    50,
                    200,
                    Optional.empty());
            photos.save(pending.usable(look));
        }
        var backend = new TrainerBackend("fal-ai/flux-lora-portrait-trainer", "fal-ai/flux-lora", Dialect.PORTRAIT);
        var recipe = new TrainingRecipe(backend, 1_000, 0.0002, true, true, false, false);
        return draft.queued(new TrainingPlan(Quality.FAST, recipe, "TOKbench", 1, Optional.empty(), Instant.now()));
    }

    private static double heapAtRest() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** The sum of the peaks of the pools, which is not less than the peak of the sum; garbage counts. */
    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    static void row(Figures figures, String what, double megabytes, List<Double> times, double heap) {
        var sample = Sample.of(times);
        figures.row(
                what,
                megabytes == 0 ? "" : one(megabytes),
                one(sample.median()),
                one(sample.percentile(99)),
                heap == 0 ? "" : one(heap));
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
