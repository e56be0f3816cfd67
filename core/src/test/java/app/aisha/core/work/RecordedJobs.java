package app.aisha.core.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the line of jobs and runs none. */
public final class RecordedJobs implements Jobs, JobLine, Restorable {

    private record Key(Class<?> type, String subject) {}

    private final Map<Key, Job> line = new LinkedHashMap<>();

    @Override
    public synchronized void enqueue(Job job) {
        line.putIfAbsent(new Key(job.getClass(), job.subject()), job);
    }

    @Override
    public synchronized boolean holds(Job job) {
        return line.containsKey(new Key(job.getClass(), job.subject()));
    }

    public synchronized List<Job> line() {
        return List.copyOf(line.values());
    }

    /** Takes everything out of the line. */
    public synchronized List<Job> takeAll() {
        var all = line();
        line.clear();
        return all;
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(line);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<Key, Job> before) {
        line.clear();
        line.putAll(before);
    }
}
