package app.aisha.core.media;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Keeps bytes under keys of our own. Thread-safe. Streams: no call holds a whole object in memory. */
public interface MediaStore {

    /**
     * Stores the file's bytes, replacing what the key held. Readers see the old object or the whole new one, never a part.
     * A key is never also the folder of another; a store may answer that mistake with an unchecked exception.
     *
     * @param contentType MIME type handed out with the object where the store supports it
     */
    void put(MediaKey key, Path file, String contentType) throws MediaUnavailable;

    /** Copies the object into the target file, replacing it. False where the key holds nothing; the target is untouched. */
    boolean fetch(MediaKey key, Path target) throws MediaUnavailable;

    /** Length in bytes; empty where the key holds nothing. */
    OptionalLong size(MediaKey key) throws MediaUnavailable;

    /** Succeeds also where the key holds nothing. */
    void delete(MediaKey key) throws MediaUnavailable;

    /** The keys under a folder (a key without trailing slash), in the order of their names. */
    List<MediaKey> under(MediaKey folder) throws MediaUnavailable;

    /** Deletes what is under a folder; what is left after a failure goes when it is called again. */
    default void empty(MediaKey folder) throws MediaUnavailable {
        for (var key : under(folder)) {
            delete(key);
        }
    }
}
