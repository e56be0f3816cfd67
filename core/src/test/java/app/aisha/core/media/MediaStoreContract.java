package app.aisha.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place that keeps media promises. */
public interface MediaStoreContract {

    int MEBIBYTE = 1 << 20;

    /** The store under test; its content may be shared with other tests. */
    MediaStore store();

    /** A folder of keys no other test has used. */
    static String someFolder() {
        return "contract/" + UUID.randomUUID();
    }

    private static MediaKey key(String folder, String name) {
        return new MediaKey(folder + "/" + name);
    }

    private static Path file(Path folder, String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "source", ".txt"), content);
    }

    private String content(MediaKey key, Path folder) throws Exception {
        var target = folder.resolve(UUID.randomUUID().toString());
        assertThat(store().fetch(key, target)).as("%s is there", key).isTrue();
        return Files.readString(target);
    }

    @Test
    default void whatWasPutIsFetched(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");

        store().put(key, file(folder, "Привет"), "audio/ogg");

        assertThat(content(key, folder)).isEqualTo("Привет");
        assertThat(store().size(key)).hasValue(12);
    }

    @Test
    default void theFileThatWasPutStays(@TempDir Path folder) throws Exception {
        var source = file(folder, "mine");

        store().put(key(someFolder(), "voice.ogg"), source, "audio/ogg");

        assertThat(source).hasContent("mine");
    }

    @Test
    default void aSecondPutReplacesTheFirst(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");
        store().put(key, file(folder, "the first and longer one"), "audio/ogg");

        store().put(key, file(folder, "second"), "audio/ogg");

        assertThat(content(key, folder)).isEqualTo("second");
        assertThat(store().size(key)).hasValue(6);
    }

    @Test
    default void fetchingReplacesTheTarget(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");
        store().put(key, file(folder, "new"), "audio/ogg");
        var target = file(folder, "the old content of the target");

        store().fetch(key, target);

        assertThat(target).hasContent("new");
    }

    @Test
    default void aMissingObjectIsNotFetchedAndLeavesTheTargetAlone(@TempDir Path folder) throws Exception {
        var target = file(folder, "mine");

        assertThat(store().fetch(key(someFolder(), "nothing"), target)).isFalse();
        assertThat(target).hasContent("mine");
        assertThat(folder).isDirectoryContaining(path -> path.equals(target)).isNotEmptyDirectory();
    }

    @Test
    default void fetchingLeavesNothingBesideTheTarget(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");
        store().put(key, file(folder, "voice"), "audio/ogg");
        var place = Files.createDirectory(folder.resolve("place"));

        store().fetch(key, place.resolve("target"));
        store().fetch(key(someFolder(), "nothing"), place.resolve("other"));

        assertThat(place).isDirectoryContaining("glob:**/target");
        try (var all = Files.list(place)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    default void aMissingObjectHasNoSize() throws Exception {
        assertThat(store().size(key(someFolder(), "nothing"))).isEmpty();
    }

    @Test
    default void anEmptyObjectIsThere(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "empty");

        store().put(key, file(folder, ""), "text/plain");

        assertThat(content(key, folder)).isEmpty();
        assertThat(store().size(key)).hasValue(0);
    }

    @Test
    default void deletingTwiceIsDeletingOnce(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");
        store().put(key, file(folder, "voice"), "audio/ogg");

        store().delete(key);
        store().delete(key);

        assertThat(store().size(key)).isEmpty();
        assertThat(store().fetch(key, folder.resolve("target"))).isFalse();
    }

    @Test
    default void deletingLeavesTheNeighbours(@TempDir Path folder) throws Exception {
        var home = someFolder();
        store().put(key(home, "a/one"), file(folder, "1"), "text/plain");
        store().put(key(home, "a/two"), file(folder, "2"), "text/plain");

        store().delete(key(home, "a/one"));

        assertThat(store().under(new MediaKey(home))).containsExactly(key(home, "a/two"));
    }

    @Test
    default void aFolderIsNotAnObject(@TempDir Path folder) throws Exception {
        var home = someFolder();
        store().put(key(home, "a/one"), file(folder, "1"), "text/plain");

        store().delete(key(home, "a"));

        assertThat(store().size(key(home, "a"))).isEmpty();
        assertThat(store().fetch(key(home, "a"), folder.resolve("target"))).isFalse();
        assertThat(content(key(home, "a/one"), folder)).isEqualTo("1");
    }

    @Test
    default void belowAnObjectThereIsNothing(@TempDir Path folder) throws Exception {
        var home = someFolder();
        store().put(key(home, "a"), file(folder, "1"), "text/plain");

        assertThat(store().size(key(home, "a/one"))).isEmpty();
        assertThat(store().fetch(key(home, "a/one"), folder.resolve("target"))).isFalse();
        assertThat(store().under(key(home, "a"))).isEmpty();
    }

    @Test
    default void keysAreListedInTheOrderOfTheirNames(@TempDir Path folder) throws Exception {
        var home = someFolder();
        for (var name : new String[] {"b/2", "a-b", "a/z", "a.txt", "B", "b/10", "a/b/c"}) {
            store().put(key(home, name), file(folder, name), "text/plain");
        }

        assertThat(store().under(new MediaKey(home)))
                .extracting(key -> key.value().substring(home.length() + 1))
                .containsExactly("B", "a-b", "a.txt", "a/b/c", "a/z", "b/10", "b/2");
    }

    @Test
    default void aFolderListsItsOwnKeysAndNotThoseOfALongerName(@TempDir Path folder) throws Exception {
        var home = someFolder();
        for (var name : new String[] {"a/b/1", "a/bc/2", "a/b.c", "a/b-/3"}) {
            store().put(key(home, name), file(folder, name), "text/plain");
        }

        assertThat(store().under(key(home, "a/b"))).containsExactly(key(home, "a/b/1"));
    }

    @Test
    default void anUnknownFolderListsNothing() throws Exception {
        assertThat(store().under(new MediaKey(someFolder()))).isEmpty();
    }

    @Test
    default void keysMayHoldDots(@TempDir Path folder) throws Exception {
        var home = someFolder();
        for (var name : new String[] {"a..b", "a.", "a.b/c..", "-._"}) {
            store().put(key(home, name), file(folder, name), "text/plain");
        }

        for (var name : new String[] {"a..b", "a.", "a.b/c..", "-._"}) {
            assertThat(content(key(home, name), folder)).isEqualTo(name);
        }
        assertThat(store().under(new MediaKey(home))).hasSize(4);
    }

    @Test
    default void aLargeObjectComesBackByteForByte(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "concert.flac");
        var bytes = new byte[30 * MEBIBYTE + 1];
        new Random(7).nextBytes(bytes);
        var source = Files.write(folder.resolve("source"), bytes);

        store().put(key, source, "audio/flac");
        store().fetch(key, folder.resolve("target"));

        assertThat(Files.mismatch(source, folder.resolve("target"))).isEqualTo(-1);
        assertThat(store().size(key)).hasValue(bytes.length);
    }

    @Test
    default void aReaderNeverSeesHalfAnObject(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "changing");
        var versions = IntStream.range(0, 4)
                .mapToObj(version -> String.valueOf((char) ('a' + version)).repeat(200_000 + version))
                .toList();
        store().put(key, file(folder, versions.getFirst()), "text/plain");
        Callable<Void> writing = () -> {
            for (var round = 0; round < 12; round++) {
                store().put(key, file(folder, versions.get(round % versions.size())), "text/plain");
            }
            return null;
        };
        Callable<Void> reading = () -> {
            for (var round = 0; round < 12; round++) {
                assertThat(versions.contains(content(key, folder)))
                        .as("one whole version")
                        .isTrue();
            }
            return null;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(List.of(writing, reading, writing, reading))) {
                done.get();
            }
        }
    }

    @Test
    default void aFileThatIsNotThereIsNotPut(@TempDir Path folder) throws Exception {
        var key = key(someFolder(), "voice.ogg");

        assertThatThrownBy(() -> store().put(key, folder.resolve("nowhere"), "audio/ogg"))
                .isInstanceOf(MediaUnavailable.class);
        assertThat(store().size(key)).isEmpty();
    }
}
