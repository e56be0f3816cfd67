package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pictures, their orders and the gallery in maps. */
public final class PictureWall implements Pictures, Gallery, PictureOrders, Restorable {

    private static final Comparator<PictureId> AGE = Comparator.comparing(PictureId::value);

    private final Map<PictureId, Picture> pictures = new LinkedHashMap<>();
    private final Map<OrderId, PictureOrder> orders = new LinkedHashMap<>();

    /** Puts a finished picture there, whatever came before. */
    public synchronized void hang(Picture.Ready picture) {
        pictures.put(picture.id(), picture);
    }

    @Override
    public synchronized void add(Picture.Queued picture) {
        pictures.put(picture.id(), picture);
    }

    @Override
    public synchronized void save(Picture picture) {
        check(picture, picture.heading().version() - 1);
        pictures.put(picture.id(), picture);
    }

    @Override
    public synchronized void delete(Picture picture) {
        check(picture, picture.heading().version());
        pictures.remove(picture.id());
    }

    private void check(Picture picture, int version) {
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
    public synchronized List<Picture> of(OrderId order) {
        return pictures.values().stream()
                .filter(picture -> picture.order().equals(order))
                .sorted(Comparator.comparingInt(picture -> picture.heading().number()))
                .toList();
    }

    @Override
    public List<Picture> lock(OrderId order) {
        return of(order);
    }

    @Override
    public List<Picture.Ready> page(UserId owner, Filter filter, Optional<PictureId> after, int most) {
        return shown(owner, filter)
                .filter(picture -> after.isEmpty() || AGE.compare(picture.id(), after.get()) < 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<Picture.Ready> pageBefore(UserId owner, Filter filter, PictureId before, int most) {
        var newer = shown(owner, filter)
                .filter(picture -> AGE.compare(picture.id(), before) > 0)
                .toList();
        return newer.subList(Math.max(0, newer.size() - most), newer.size());
    }

    @Override
    public int count(UserId owner, Filter filter, int limit) {
        return (int) shown(owner, filter).limit(limit).count();
    }

    private synchronized Stream<Picture.Ready> shown(UserId owner, Filter filter) {
        return new ArrayList<>(pictures.values())
                .stream()
                        .filter(Picture.Ready.class::isInstance)
                        .map(Picture.Ready.class::cast)
                        .filter(picture -> picture.owner().equals(owner))
                        .filter(passing(filter))
                        .sorted(Comparator.comparing(Picture.Ready::id, AGE.reversed()));
    }

    private static Predicate<Picture.Ready> passing(Filter filter) {
        return picture -> filter.avatar()
                        .map(avatar -> avatarOf(picture).filter(avatar::equals).isPresent())
                        .orElse(true)
                && (!filter.favourites() || picture.favourite())
                && filter.since()
                        .map(since -> !picture.heading().since().isBefore(since))
                        .orElse(true)
                && filter.words().map(words -> has(picture, words)).orElse(true);
    }

    private static boolean has(Picture.Ready picture, String words) {
        var prompt = picture.heading().recipe().prompt().toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split(" ", -1)).allMatch(prompt::contains);
    }

    private static Optional<AvatarId> avatarOf(Picture picture) {
        return picture.heading().recipe().subject() instanceof Subject.OfAvatar(var avatar)
                ? Optional.of(avatar)
                : Optional.empty();
    }

    @Override
    public Figures figures(UserId owner) {
        var all = shown(owner, Filter.ALL).toList();
        var counts = new LinkedHashMap<AvatarId, Long>();
        all.forEach(picture -> avatarOf(picture).ifPresent(avatar -> counts.merge(avatar, 1L, Long::sum)));
        return new Figures(
                all.size(),
                all.stream().filter(Picture.Ready::favourite).count(),
                all.stream().mapToLong(picture -> picture.files().bytes()).sum(),
                all.stream().map(Picture.Ready::at).min(Instant::compareTo),
                counts.entrySet().stream()
                        .map(entry -> new OfAvatar(entry.getKey(), "Avatar of " + entry.getValue(), entry.getValue()))
                        .sorted(Comparator.comparingLong(OfAvatar::pictures).reversed())
                        .toList());
    }

    @Override
    public synchronized void add(PictureOrder order) {
        orders.put(order.id(), order);
    }

    @Override
    public synchronized void save(PictureOrder order) {
        var stored = orders.get(order.id());
        if (stored == null || stored.heading().version() != order.heading().version() - 1) {
            throw new StaleState("Order " + order.id().value());
        }
        orders.put(order.id(), order);
    }

    @Override
    public synchronized Optional<PictureOrder> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<PictureOrder> lock(OrderId id, UserId owner) {
        return find(id, owner);
    }

    @Override
    public synchronized List<PictureOrder> dropUnplaced(Instant before, int most) {
        var gone = orders.values().stream()
                .filter(order -> !(order instanceof PictureOrder.Placed)
                        && order.heading().at().isBefore(before))
                .limit(most)
                .toList();
        gone.forEach(order -> orders.remove(order.id()));
        return gone;
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(pictures);
        var ordersBefore = new LinkedHashMap<>(orders);
        return () -> restore(before, ordersBefore);
    }

    private synchronized void restore(Map<PictureId, Picture> before, Map<OrderId, PictureOrder> ordersBefore) {
        pictures.clear();
        pictures.putAll(before);
        orders.clear();
        orders.putAll(ordersBefore);
    }
}
