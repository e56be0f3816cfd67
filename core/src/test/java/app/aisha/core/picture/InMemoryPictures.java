package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pictures and the gallery of them in a map. */
public final class InMemoryPictures implements Pictures, Gallery, Restorable {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Comparator<Picture> NEWEST_FIRST =
            Comparator.comparing((Picture picture) -> key(picture.id())).reversed();

    private final Map<PictureId, Picture> pictures = new HashMap<>();
    private final Map<PictureId, String> names = new HashMap<>();
    private final Map<PictureId, String> requests = new HashMap<>();
    private final InMemoryPictureOrders orders;
    private final Avatars avatars;

    public InMemoryPictures(InMemoryPictureOrders orders, Avatars avatars) {
        this.orders = orders;
        this.avatars = avatars;
    }

    @Override
    public synchronized void add(Picture.Queued picture) {
        if (orders.find(picture.order()).isEmpty() || pictures.putIfAbsent(picture.id(), picture) != null) {
            throw new IllegalStateException("Picture " + picture.id().value() + " has no order or is there already");
        }
        avatarOf(picture)
                .flatMap(avatars::find)
                .ifPresent(avatar -> names.put(picture.id(), avatar.heading().name()));
    }

    @Override
    public synchronized void save(Picture picture) {
        expect(picture, picture.heading().version() - 1);
        pictures.put(picture.id(), picture);
        if (picture instanceof Picture.Queued) {
            requests.remove(picture.id());
        }
        ticket(picture).ifPresent(ticket -> requests.put(picture.id(), ticket.requestId()));
    }

    @Override
    public synchronized void delete(Picture picture) {
        expect(picture, picture.heading().version());
        pictures.remove(picture.id());
    }

    private void expect(Picture picture, int version) {
        var stored = pictures.get(picture.id());
        if (stored == null || stored.heading().version() != version) {
            throw new StaleState("Picture " + picture.id().value());
        }
    }

    @Override
    public synchronized Optional<Picture> find(PictureId id) {
        return Optional.ofNullable(pictures.get(id));
    }

    @Override
    public synchronized List<Picture> dropMissing(Instant before, int most) {
        var missing = pictures.values().stream()
                .filter(picture -> picture.isOver() && !(picture instanceof Picture.Ready))
                .filter(picture -> picture.heading().since().isBefore(before))
                .sorted(Comparator.comparing(picture -> picture.heading().since()))
                .limit(most)
                .toList();
        missing.forEach(picture -> pictures.remove(picture.id()));
        return missing;
    }

    @Override
    public synchronized Optional<String> request(PictureId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public synchronized boolean knows(String requestId) {
        return pictures.values().stream()
                .flatMap(picture -> ticket(picture).stream())
                .anyMatch(ticket -> ticket.requestId().equals(requestId));
    }

    private static Optional<PaintingTicket> ticket(Picture picture) {
        return switch (picture) {
            case Picture.Queued _, Picture.Ready _ -> Optional.empty();
            case Picture.Painting painting -> painting.ticket();
            case Picture.Storing storing -> Optional.of(storing.ticket());
            case Picture.Refused refused -> refused.ticket();
            case Picture.Failed failed -> failed.ticket();
            case Picture.Cancelled cancelled -> cancelled.ticket();
        };
    }

    @Override
    public synchronized boolean needs(UserId owner, MediaKey folder) {
        var ofPictures = pictures.values().stream()
                .filter(picture -> picture.owner().equals(owner))
                .map(picture -> picture.heading().recipe().subject());
        return Stream.concat(ofPictures, orders.subjects(owner))
                .flatMap(subject -> subject instanceof Subject.OfPhotos(var photos) ? photos.stream() : Stream.empty())
                .anyMatch(photo -> photo.value().startsWith(folder.value() + "/"));
    }

    @Override
    public List<Picture> lock(OrderId order) {
        return of(order);
    }

    @Override
    public synchronized List<Picture> of(OrderId order) {
        return pictures.values().stream()
                .filter(picture -> picture.order().equals(order))
                .sorted(Comparator.comparingInt(picture -> picture.heading().number()))
                .toList();
    }

    @Override
    public List<Picture.Ready> page(UserId owner, Filter filter, Optional<PictureId> after, int most) {
        return those(owner, filter)
                .filter(ready -> after.isEmpty() || key(ready.id()).compareTo(key(after.orElseThrow())) < 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<Picture.Ready> pageBefore(UserId owner, Filter filter, PictureId before, int most) {
        var newer = those(owner, filter)
                .filter(ready -> key(ready.id()).compareTo(key(before)) > 0)
                .toList();
        return newer.subList(Math.max(0, newer.size() - most), newer.size());
    }

    @Override
    public int count(UserId owner, Filter filter, int limit) {
        return (int) those(owner, filter).limit(limit).count();
    }

    private synchronized Stream<Picture.Ready> those(UserId owner, Filter filter) {
        return pictures.values().stream()
                .filter(picture -> picture.owner().equals(owner))
                .sorted(NEWEST_FIRST)
                .<Picture.Ready>mapMulti((picture, found) -> {
                    if (picture instanceof Picture.Ready ready && isMeant(ready, filter)) {
                        found.accept(ready);
                    }
                })
                .toList()
                .stream();
    }

    private boolean isMeant(Picture.Ready ready, Filter filter) {
        return (filter.avatar().isEmpty() || filter.avatar().equals(avatarOf(ready)))
                && (!filter.favourites() || ready.favourite())
                && filter.since()
                        .filter(TimeOrderedIds.madeAt(ready.id().value())::isBefore)
                        .isEmpty()
                && words(wordsOf(ready)).containsAll(words(filter.words().orElse("")));
    }

    private String wordsOf(Picture picture) {
        return orders.find(picture.order())
                .map(PictureOrder::wordings)
                .filter(wordings -> !wordings.isEmpty())
                .flatMap(wordings -> wordings.getLast().reading())
                .map(reading -> picture.heading().recipe().prompt() + " " + reading)
                .orElse(picture.heading().recipe().prompt());
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<AvatarId> avatarOf(Picture picture) {
        return switch (picture.heading().recipe().subject()) {
            case Subject.OfAvatar(var avatar) -> Optional.of(avatar);
            case Subject.OfPhotos _ -> Optional.empty();
        };
    }

    @Override
    public synchronized Figures figures(UserId owner) {
        var all = those(owner, Filter.ALL).toList();
        var ofAvatars = all.stream()
                .filter(ready -> avatarOf(ready).isPresent())
                .collect(Collectors.groupingBy(ready -> avatarOf(ready).orElseThrow()));
        return new Figures(
                all.size(),
                all.stream().filter(Picture.Ready::favourite).count(),
                all.stream().mapToLong(ready -> ready.files().bytes()).sum(),
                all.stream().map(Picture.Ready::at).min(Comparator.naturalOrder()),
                ofAvatars.entrySet().stream()
                        .map(each -> new OfAvatar(
                                each.getKey(),
                                name(each.getKey(), each.getValue().getFirst()),
                                each.getValue().size()))
                        .sorted(Comparator.comparingLong(OfAvatar::pictures)
                                .reversed()
                                .thenComparing(each -> each.avatar().value().toString()))
                        .toList());
    }

    private String name(AvatarId avatar, Picture latest) {
        return avatars.find(avatar)
                .map(present -> present.heading().name())
                .orElseGet(() -> names.getOrDefault(latest.id(), ""));
    }

    private static String key(PictureId id) {
        return id.value().toString();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(pictures);
        var namesBefore = Map.copyOf(names);
        var requestsBefore = Map.copyOf(requests);
        return () -> putBack(before, namesBefore, requestsBefore);
    }

    private synchronized void putBack(
            Map<PictureId, Picture> before, Map<PictureId, String> namesBefore, Map<PictureId, String> requestsBefore) {
        requests.clear();
        requests.putAll(requestsBefore);
        pictures.clear();
        pictures.putAll(before);
        names.clear();
        names.putAll(namesBefore);
    }
}
