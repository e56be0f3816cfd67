package app.aisha.core.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Small objects in memory; can be told to be away. */
public final class InMemoryMediaStore implements MediaStore {

    private final Map<MediaKey, byte[]> objects = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** From now on every call finds the store away, or finds it back. */
    public void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
        check();
        try {
            objects.put(key, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MediaUnavailable("Cannot read " + file, e);
        }
    }

    @Override
    public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
        check();
        var bytes = objects.get(key);
        if (bytes == null) {
            return false;
        }
        try {
            Files.write(target, bytes);
            return true;
        } catch (IOException e) {
            throw new MediaUnavailable("Cannot write " + target, e);
        }
    }

    @Override
    public OptionalLong size(MediaKey key) throws MediaUnavailable {
        check();
        var bytes = objects.get(key);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public void delete(MediaKey key) throws MediaUnavailable {
        check();
        objects.remove(key);
    }

    @Override
    public List<MediaKey> under(MediaKey folder) throws MediaUnavailable {
        check();
        return objects.keySet().stream()
                .filter(key -> key.value().startsWith(folder.value() + "/"))
                .sorted(Comparator.comparing(MediaKey::value))
                .toList();
    }

    private void check() throws MediaUnavailable {
        if (away) {
            throw new MediaUnavailable("The store is away", new IOException("away"));
        }
    }
}
