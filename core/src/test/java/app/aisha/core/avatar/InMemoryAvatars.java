package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Avatars and their photos in maps. */
public final class InMemoryAvatars implements Avatars, AvatarPhotos, Restorable {

    private final Map<AvatarId, Avatar> avatars = new HashMap<>();
    private final Map<PhotoId, AvatarPhoto> photos = new HashMap<>();
    private final Map<AvatarId, Boolean> mains = new HashMap<>();

    @Override
    public synchronized boolean add(Avatar.Draft draft) {
        if (isTaken(draft)) {
            return false;
        }
        return avatars.putIfAbsent(draft.id(), draft) == null;
    }

    private boolean isTaken(Avatar avatar) {
        return of(avatar.owner()).stream()
                .anyMatch(
                        other -> !other.id().equals(avatar.id()) && name(other).equals(name(avatar)));
    }

    private static String name(Avatar avatar) {
        return avatar.heading().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized boolean save(Avatar avatar) {
        var stored = avatars.get(avatar.id());
        if (stored == null || stored.heading().version() != avatar.heading().version() - 1) {
            throw new StaleState("Avatar " + avatar.id().value());
        }
        if (isTaken(avatar)) {
            return false;
        }
        avatars.put(avatar.id(), avatar);
        return true;
    }

    @Override
    public synchronized void delete(Avatar avatar) {
        var stored = avatars.get(avatar.id());
        if (stored == null || stored.heading().version() != avatar.heading().version()) {
            throw new StaleState("Avatar " + avatar.id().value());
        }
        avatars.remove(avatar.id());
        photos.values().removeIf(photo -> photo.avatar().equals(avatar.id()));
    }

    @Override
    public synchronized Optional<Avatar> find(AvatarId id) {
        return Optional.ofNullable(avatars.get(id)).map(this::counted);
    }

    /** With what is stored beside it: its photos, and whether it is the main one. */
    private Avatar counted(Avatar avatar) {
        var usable = CheckAvatarPhoto.usable(of(avatar.id())).toList();
        var old = avatar.heading();
        var cover = usable.isEmpty()
                ? Optional.<MediaKey>empty()
                : Optional.of(usable.getFirst().thumbnail());
        var heading = new Avatar.Heading(
                old.id(),
                old.owner(),
                old.name(),
                old.type(),
                old.gender(),
                usable.size(),
                cover,
                mains.getOrDefault(old.id(), false),
                old.createdAt(),
                old.version());
        return switch (avatar) {
            case Avatar.Draft draft -> new Avatar.Draft(heading, draft.offer(), draft.attempts());
            case Avatar.Queued it -> new Avatar.Queued(heading, it.plan(), it.archive());
            case Avatar.Training it ->
                new Avatar.Training(heading, it.plan(), it.archive(), it.request(), it.progress());
            case Avatar.Storing it -> new Avatar.Storing(heading, it.plan(), it.ticket(), it.result(), it.since());
            case Avatar.Ready it -> new Avatar.Ready(heading, it.plan(), it.ticket(), it.model(), it.at());
            case Avatar.Failed it -> new Avatar.Failed(heading, it.plan(), it.ticket(), it.failure());
            case Avatar.Cancelled it -> new Avatar.Cancelled(heading, it.plan(), it.ticket(), it.returned());
        };
    }

    @Override
    public Optional<Avatar> lock(AvatarId id) {
        return find(id);
    }

    @Override
    public synchronized List<Avatar> of(UserId owner) {
        return avatars.values().stream()
                .filter(avatar -> avatar.owner().equals(owner))
                .map(this::counted)
                .sorted(Comparator.comparing(
                                (Avatar avatar) -> avatar.id().value().toString())
                        .reversed())
                .toList();
    }

    @Override
    public synchronized void makeMain(AvatarId id, UserId owner) {
        if (find(id, owner).orElse(null) instanceof Avatar.Ready) {
            of(owner).forEach(other -> mains.put(other.id(), other.id().equals(id)));
        }
    }

    @Override
    public synchronized int beingTrained() {
        return (int) avatars.values().stream()
                .filter(Avatar.Training.class::isInstance)
                .count();
    }

    @Override
    public synchronized int queuedBefore(AvatarId id) {
        return (int) avatars.values().stream()
                .filter(Avatar.Queued.class::isInstance)
                .filter(other ->
                        other.id().value().toString().compareTo(id.value().toString()) < 0)
                .count();
    }

    @Override
    public Optional<Duration> typicalTraining(TrainingType type, Quality preset) {
        return Optional.empty();
    }

    @Override
    public synchronized boolean add(AvatarPhoto photo) {
        var known = of(photo.avatar()).stream()
                .anyMatch(other -> other.heading().message() == photo.heading().message());
        return !known && photos.putIfAbsent(photo.id(), photo) == null;
    }

    @Override
    public synchronized boolean save(AvatarPhoto photo) {
        return photos.get(photo.id()) instanceof AvatarPhoto.Pending pending
                && photos.replace(photo.id(), pending, photo);
    }

    @Override
    public synchronized Optional<AvatarPhoto> find(PhotoId id) {
        return Optional.ofNullable(photos.get(id));
    }

    @Override
    public synchronized List<AvatarPhoto> of(AvatarId avatar) {
        return photos.values().stream()
                .filter(photo -> photo.avatar().equals(avatar))
                .sorted(Comparator.comparingInt(photo -> photo.heading().order()))
                .toList();
    }

    @Override
    public synchronized boolean delete(PhotoId id) {
        return photos.remove(id) != null;
    }

    @Override
    public synchronized void drop(PhotoId id) {
        photos.remove(id);
    }

    @Override
    public synchronized Runnable snapshot() {
        var avatarsBefore = Map.copyOf(avatars);
        var photosBefore = Map.copyOf(photos);
        var mainsBefore = Map.copyOf(mains);
        return () -> putBack(avatarsBefore, photosBefore, mainsBefore);
    }

    private synchronized void putBack(
            Map<AvatarId, Avatar> avatarsBefore,
            Map<PhotoId, AvatarPhoto> photosBefore,
            Map<AvatarId, Boolean> mainsBefore) {
        avatars.clear();
        avatars.putAll(avatarsBefore);
        photos.clear();
        photos.putAll(photosBefore);
        mains.clear();
        mains.putAll(mainsBefore);
    }
}
