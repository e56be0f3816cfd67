package app.aisha.core.account;

import app.aisha.core.work.Restorable;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** People in a map. */
public final class InMemoryUsers implements Users, Restorable {

    private final Map<ChatId, KnownPerson> people = new LinkedHashMap<>();
    private final TimeOrderedIds ids;
    private final ZoneId zoneOfNewcomers;

    public InMemoryUsers(TimeOrderedIds ids, ZoneId zoneOfNewcomers) {
        this.ids = ids;
        this.zoneOfNewcomers = zoneOfNewcomers;
    }

    @Override
    public synchronized User welcome(ChatId chat, String name, Optional<String> username, Language language) {
        var before = at(chat).orElseGet(() ->
                new User(new UserId(ids.next()), chat, name, language, zoneOfNewcomers, true, Preferences.DEFAULT));
        var now = new User(
                before.id(), chat, name, before.language(), before.zone(), before.reachable(), before.preferences());
        people.put(chat, new KnownPerson(now, username));
        return now;
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return people.values().stream()
                .map(KnownPerson::user)
                .filter(user -> user.id().equals(id))
                .findAny();
    }

    @Override
    public synchronized Optional<User> at(ChatId chat) {
        return Optional.ofNullable(people.get(chat)).map(KnownPerson::user);
    }

    @Override
    public synchronized List<KnownPerson> search(String words, int most) {
        var sought = lower(words.strip());
        if (sought.isEmpty()) {
            return List.of();
        }
        var exact = newest(person -> Long.toString(person.user().chat().value()).equals(sought)
                || person.username()
                        .map(InMemoryUsers::lower)
                        .filter(sought.replaceFirst("^@", "")::equals)
                        .isPresent());
        var found =
                exact.isEmpty() ? newest(person -> lower(person.user().name()).contains(sought)) : exact;
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<KnownPerson> newest(Predicate<KnownPerson> fit) {
        return new ArrayList<>(people.values()).reversed().stream().filter(fit).toList();
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized void speak(UserId id, Language language) {
        change(id, user -> user.speaking(language));
    }

    @Override
    public synchronized void moveTo(UserId id, ZoneId zone) {
        change(id, user -> user.movedTo(zone));
    }

    @Override
    public synchronized void prefer(UserId id, Preferences preferences) {
        change(id, user -> user.preferring(preferences));
    }

    @Override
    public synchronized void setReachable(ChatId chat, boolean reachable) {
        change(chat, it -> new User(it.id(), chat, it.name(), it.language(), it.zone(), reachable, it.preferences()));
    }

    /** As if they had never been. */
    public synchronized void remove(UserId id) {
        people.values().removeIf(person -> person.user().id().equals(id));
    }

    private void change(UserId id, UnaryOperator<User> change) {
        find(id).ifPresent(user -> change(user.chat(), change));
    }

    private void change(ChatId chat, UnaryOperator<User> change) {
        people.computeIfPresent(chat, (_, person) -> new KnownPerson(change.apply(person.user()), person.username()));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(people);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<ChatId, KnownPerson> before) {
        people.clear();
        people.putAll(before);
    }
}
