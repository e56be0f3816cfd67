package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.StaleState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps nothing for who left: work that went on without noticing may store something after the folder was emptied for the last
 * time. Thread-safe.
 */
public final class MediaOfKnownPeople implements MediaStore {

    private static final Pattern OWNED = Pattern.compile("users/([0-9a-f-]{36})/.+");

    private final MediaStore store;
    private final Users users;

    public MediaOfKnownPeople(MediaStore store, Users users) {
        this.store = store;
        this.users = users;
    }

    /**
     * As promised by the port. Looks for the owner afterwards: one who leaves later empties the folder later.
     *
     * @throws MediaUnavailable also where the owner left
     */
    @Override
    public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
        store.put(key, file, contentType);
        if (owner(key).filter(owner -> users.find(owner).isEmpty()).isPresent()) {
            store.delete(key);
            throw new MediaUnavailable("Nobody is there to own " + key.value(), new StaleState(key.value()));
        }
    }

    private static Optional<UserId> owner(MediaKey key) {
        var owned = OWNED.matcher(key.value());
        return owned.matches() ? Optional.of(new UserId(UUID.fromString(owned.group(1)))) : Optional.empty();
    }

    @Override
    public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
        return store.fetch(key, target);
    }

    @Override
    public OptionalLong size(MediaKey key) throws MediaUnavailable {
        return store.size(key);
    }

    @Override
    public void delete(MediaKey key) throws MediaUnavailable {
        store.delete(key);
    }

    @Override
    public List<MediaKey> under(MediaKey folder) throws MediaUnavailable {
        return store.under(folder);
    }

    @Override
    public void empty(MediaKey folder) throws MediaUnavailable {
        store.empty(folder);
    }
}
