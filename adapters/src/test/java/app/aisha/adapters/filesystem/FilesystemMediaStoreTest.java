package app.aisha.adapters.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaStoreContract;
import app.aisha.core.media.MediaUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemMediaStoreTest implements MediaStoreContract {

    @TempDir
    private Path temporary;

    private Path home;
    private FilesystemMediaStore store;

    @BeforeEach
    void openStore() throws IOException {
        home = temporary.resolve("media");
        store = new FilesystemMediaStore(home);
    }

    @Override
    public MediaStore store() {
        return store;
    }

    private Path source(String content) throws IOException {
        return Files.writeString(temporary.resolve("source"), content);
    }

    @Test
    void aKeyIsThePathOfItsFile() throws Exception {
        store.put(new MediaKey("users/1/voice.ogg"), source("voice"), "audio/ogg");

        assertThat(home.resolve("users/1/voice.ogg")).hasContent("voice");
    }

    @Test
    void whatAKilledRunLeftUnfinishedIsGoneAfterTheNextStart() throws Exception {
        var left = Files.writeString(home.resolve(".incoming/left"), "half of an obj");

        new FilesystemMediaStore(home);

        assertThat(left).doesNotExist();
    }

    @Test
    void anObjectThatIsJustGrowingSurvivesTheStartOfAnother() throws Exception {
        var growing = home.resolve(".incoming/growing");
        try (var channel = FileChannel.open(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            new FilesystemMediaStore(home);

            assertThat(growing).exists();
        }
    }

    @Test
    void puttingLeavesNothingUnfinished() throws Exception {
        store.put(new MediaKey("a"), source("1"), "text/plain");

        assertThat(home.resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void emptiedFoldersGoWithTheirLastObject() throws Exception {
        store.put(new MediaKey("users/1/a/b/c"), source("1"), "text/plain");
        store.put(new MediaKey("users/2"), source("2"), "text/plain");

        store.delete(new MediaKey("users/1/a/b/c"));

        assertThat(home.resolve("users/1")).doesNotExist();
        assertThat(home.resolve("users/2")).exists();
    }

    @Test
    void theStoresOwnFolderStays() throws Exception {
        store.put(new MediaKey("a/b"), source("1"), "text/plain");

        store.delete(new MediaKey("a/b"));

        assertThat(home).isDirectory();
    }

    @Test
    void aKeyThatIsAFolderOfOthersIsAMistake() throws Exception {
        store.put(new MediaKey("a/b"), source("1"), "text/plain");

        assertThatThrownBy(() -> store.put(new MediaKey("a"), source("2"), "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(new MediaKey("a/b/c"), source("2"), "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(home.resolve("a/b")).hasContent("1");
        assertThat(home.resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void deletingBelowAnObjectLeavesTheObject() throws Exception {
        store.put(new MediaKey("a"), source("1"), "text/plain");

        store.delete(new MediaKey("a/one"));

        assertThat(home.resolve("a")).hasContent("1");
    }

    @Test
    void filesThatAreNotKeysAreNotListed() throws Exception {
        store.put(new MediaKey("a/b"), source("1"), "text/plain");
        Files.writeString(home.resolve("a/.hidden"), "");
        Files.writeString(home.resolve("a/with space"), "");
        Files.createSymbolicLink(home.resolve("a/link"), home.resolve("a/b"));

        assertThat(store.under(new MediaKey("a"))).containsExactly(new MediaKey("a/b"));
    }

    @Test
    void aTargetInAFolderThatIsNotThereIsAFailureAndNotAMissingObject() throws Exception {
        store.put(new MediaKey("a"), source("1"), "text/plain");

        assertThatThrownBy(() -> store.fetch(new MediaKey("a"), temporary.resolve("no/such/target")))
                .isInstanceOf(MediaUnavailable.class)
                .hasMessageContaining("Cannot fetch a");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidAtTheStart() throws Exception {
        var file = source("not a folder");

        assertThatThrownBy(() -> new FilesystemMediaStore(file.resolve("media")))
                .isInstanceOf(IOException.class);
    }
}
