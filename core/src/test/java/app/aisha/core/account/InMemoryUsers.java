package app.aisha.core.account;

import app.aisha.core.work.Restorable;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** People in a map. */
public final class InMemoryUsers implements Users, Restorable {

    private final Map<ChatId, User> people = new LinkedHashMap<>();
    private final TimeOrderedIds ids;
    private final ZoneId zoneOfNewcomers;

    public InMemoryUsers(TimeOrderedIds ids, ZoneId zoneOfNewcomers) {
        this.ids = ids;
        this.zoneOfNewcomers = zoneOfNewcomers;
    }

    @Override
    public synchronized User welcome(ChatId chat, String name, Language language) {
        return people.computeIfAbsent(
                chat, _ -> new User(new UserId(ids.next()), chat, name, language, zoneOfNewcomers, true));
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return people.values().stream().filter(user -> user.id().equals(id)).findAny();
    }

    @Override
    public synchronized Optional<User> at(ChatId chat) {
        return Optional.ofNullable(people.get(chat));
    }

    @Override
    public synchronized void speak(UserId id, Language language) {
        find(id).ifPresent(user -> change(
                user.chat(), it -> new User(it.id(), it.chat(), it.name(), language, it.zone(), it.reachable())));
    }

    @Override
    public synchronized void setReachable(ChatId chat, boolean reachable) {
        change(chat, it -> new User(it.id(), it.chat(), it.name(), it.language(), it.zone(), reachable));
    }

    private void change(ChatId chat, UnaryOperator<User> change) {
        people.computeIfPresent(chat, (_, user) -> change.apply(user));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(people);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<ChatId, User> before) {
        people.clear();
        people.putAll(before);
    }
}
