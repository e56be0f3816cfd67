package app.aisha.core.avatar;

import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the photos of an avatar and hands them to the trainer. Photos go from the store to the archive by way of the disk,
 * one at a time, so that a set of any size needs little memory.
 */
public final class PrepareArchive {

    private final AvatarPhotos photos;
    private final MediaStore media;
    private final AvatarTrainer trainer;

    public PrepareArchive(AvatarPhotos photos, MediaStore media, AvatarTrainer trainer) {
        this.photos = photos;
        this.media = media;
        this.trainer = trainer;
    }

    /**
     * Where the trainer finds it.
     *
     * @param folder for what is needed meanwhile
     * @return empty where a photo is no longer in the store
     */
    public Optional<URI> prepare(Avatar.Queued queued, Path folder)
            throws MediaUnavailable, TrainerUnavailable, InterruptedException {
        var archive = folder.resolve("photos.zip");
        return pack(queued.id(), archive) ? Optional.of(trainer.upload(archive, name(queued))) : Optional.empty();
    }

    /** Tells trainings apart in the trainer's lists. */
    static String name(Avatar.Queued queued) {
        return "avatar-%s-%d.zip".formatted(queued.id().value(), queued.plan().attempt());
    }

    /** A flat archive of {@code 01.jpg}, {@code 02.jpg}, …, not compressed, because JPEG is. False where a photo is gone. */
    private boolean pack(AvatarId avatar, Path archive) throws MediaUnavailable {
        var photo = archive.resolveSibling("photo.jpg");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            zip.setMethod(ZipOutputStream.STORED);
            var number = 1;
            for (var usable : CheckAvatarPhoto.usable(photos.of(avatar)).toList()) {
                if (!media.fetch(usable.key(), photo)) {
                    return false;
                }
                zip.putNextEntry(entry("%02d.jpg".formatted(number++), photo));
                Files.copy(photo, zip);
                zip.closeEntry();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("No archive of photos", e);
        }
    }

    private static ZipEntry entry(String name, Path file) throws IOException {
        var sum = new CRC32();
        try (var in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        var entry = new ZipEntry(name);
        entry.setSize(Files.size(file));
        entry.setCrc(sum.getValue());
        return entry;
    }
}
