package app.aisha.core.work;

import java.util.ArrayList;
import java.util.List;

/** Keeps every notice in the order of posting, also the ones that a real outbox would let the next replace. */
public final class RecordingOutbox implements Outbox, Restorable {

    private final List<Notice> posted = new ArrayList<>();

    @Override
    public synchronized void post(Notice notice) {
        posted.add(notice);
    }

    public synchronized List<Notice> posted() {
        return List.copyOf(posted);
    }

    /** What was posted of this type, in order. */
    public synchronized <T extends Notice> List<T> posted(Class<T> type) {
        return posted.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public synchronized void clear() {
        posted.clear();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = List.copyOf(posted);
        return () -> putBack(before);
    }

    private synchronized void putBack(List<Notice> before) {
        posted.clear();
        posted.addAll(before);
    }
}
