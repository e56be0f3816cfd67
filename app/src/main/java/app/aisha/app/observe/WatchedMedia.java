package app.aisha.app.observe;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Watches the media store. */
public final class WatchedMedia implements MediaStore {

    private static final String DONE = "done";
    private static final String NOTHING = "nothing";

    private final MediaStore store;
    private final Calls calls;

    public WatchedMedia(MediaStore store, Calls calls) {
        this.store = store;
        this.calls = calls;
    }

    @Override
    public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
        try (var call = calls.ofMedia("put")) {
            store.put(key, file, contentType);
            call.ended(DONE);
        }
    }

    @Override
    public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
        try (var call = calls.ofMedia("fetch")) {
            var found = store.fetch(key, target);
            call.ended(found ? DONE : NOTHING);
            return found;
        }
    }

    @Override
    public OptionalLong size(MediaKey key) throws MediaUnavailable {
        try (var call = calls.ofMedia("size")) {
            var size = store.size(key);
            call.ended(size.isPresent() ? DONE : NOTHING);
            return size;
        }
    }

    @Override
    public void delete(MediaKey key) throws MediaUnavailable {
        try (var call = calls.ofMedia("delete")) {
            store.delete(key);
            call.ended(DONE);
        }
    }

    @Override
    public List<MediaKey> under(MediaKey folder) throws MediaUnavailable {
        try (var call = calls.ofMedia("list")) {
            var keys = store.under(folder);
            call.ended(keys.isEmpty() ? NOTHING : DONE);
            return keys;
        }
    }

    @Override
    public void empty(MediaKey folder) throws MediaUnavailable {
        try (var call = calls.ofMedia("empty")) {
            store.empty(folder);
            call.ended(DONE);
        }
    }
}
