package app.aisha.core.avatar;

import app.aisha.core.avatar.PhotoInspector.Finding;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.TimeOrderedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches a photo, looks into it, stores a clean copy or the reason why not. May run any number of times, also twice at once:
 * only the first of several answers counts.
 */
public final class CheckAvatarPhoto {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String JPEG = "image/jpeg";

    private final AvatarPhotos photos;
    private final Avatars avatars;
    private final RemoteFiles remoteFiles;
    private final PhotoInspector inspector;
    private final MediaStore media;
    private final Workbench work;

    public CheckAvatarPhoto(
            AvatarPhotos photos,
            Avatars avatars,
            RemoteFiles remoteFiles,
            PhotoInspector inspector,
            MediaStore media,
            Workbench work) {
        this.photos = photos;
        this.avatars = avatars;
        this.remoteFiles = remoteFiles;
        this.inspector = inspector;
        this.media = media;
        this.work = work;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome check(PhotoId id) throws InterruptedException {
        if (!(photos.find(id).orElse(null) instanceof AvatarPhoto.Pending pending)) {
            return new JobOutcome.Finished();
        }
        try (var folder = work.scratch().open()) {
            var file = folder.path().resolve("photo");
            return switch (remoteFiles.download(pending.heading().file(), file)) {
                case Download.Fetched _ -> inspect(pending, file);
                case Download.TooLarge _ -> refuse(pending, PhotoProblem.TOO_LARGE);
                case Download.Gone _ -> refuse(pending, PhotoProblem.GONE);
            };
        } catch (RemoteFilesUnavailable | MediaUnavailable e) {
            var age = Duration.between(
                    TimeOrderedIds.madeAt(id.value()), work.clock().instant());
            return age.compareTo(PATIENCE) > 0
                    ? refuse(pending, PhotoProblem.INTERNAL)
                    : new JobOutcome.Again(Pause.of(age), String.valueOf(e.getMessage()));
        }
    }

    /** Ends a photo whose checks failed again and again through an error of our own. */
    public void giveUp(PhotoId id) {
        if (photos.find(id).orElse(null) instanceof AvatarPhoto.Pending pending) {
            refuse(pending, PhotoProblem.INTERNAL);
        }
    }

    private JobOutcome inspect(AvatarPhoto.Pending pending, Path file) throws InterruptedException, MediaUnavailable {
        var copy = file.resolveSibling("copy.jpg");
        var small = file.resolveSibling("small.jpg");
        return switch (inspector.inspect(file, copy, small)) {
            case Finding.Unusable(var problem) -> refuse(pending, problem);
            case Finding.Seen(var look) -> {
                media.put(pending.heading().key(), copy, JPEG);
                media.put(pending.heading().thumbnail(), small, JPEG);
                var ended = work.transactions().call(() -> decide(pending, look));
                if (!(ended instanceof AvatarPhoto.Usable)) {
                    media.delete(pending.heading().key());
                }
                if (ended instanceof AvatarPhoto.Pending) {
                    media.delete(pending.heading().thumbnail());
                }
                yield new JobOutcome.Finished();
            }
        };
    }

    /** Photos of one avatar are decided one after the other, so that of two like ones the first counts. */
    private AvatarPhoto decide(AvatarPhoto.Pending pending, PhotoLook look) {
        var avatar = avatars.lock(pending.avatar());
        if (avatar.isEmpty()) {
            return pending;
        }
        var problem = PhotoRules.problem(look, avatar.get().heading().type(), looks(pending));
        var ended = problem.<AvatarPhoto>map(why ->
                        pending.refused(why, Optional.of(pending.heading().thumbnail())))
                .orElseGet(() -> pending.usable(look));
        return end(ended) ? ended : photos.find(pending.id()).orElse(pending);
    }

    private List<PhotoLook> looks(AvatarPhoto.Pending pending) {
        return usable(photos.of(pending.avatar())).map(AvatarPhoto.Usable::look).toList();
    }

    private JobOutcome refuse(AvatarPhoto.Pending pending, PhotoProblem problem) {
        work.transactions().run(() -> {
            avatars.lock(pending.avatar());
            end(pending.refused(problem, Optional.empty()));
        });
        return new JobOutcome.Finished();
    }

    private boolean end(AvatarPhoto photo) {
        var heading = photo.heading();
        var saved = photos.save(photo);
        if (saved) {
            work.outbox().post(new AvatarNotice.PhotosChecked(heading.owner(), heading.avatar(), heading.batch()));
        }
        return saved;
    }

    static Stream<AvatarPhoto.Usable> usable(List<AvatarPhoto> all) {
        return all.stream().filter(AvatarPhoto.Usable.class::isInstance).map(AvatarPhoto.Usable.class::cast);
    }
}
