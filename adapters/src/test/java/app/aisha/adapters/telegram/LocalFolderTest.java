package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFolderTest {

    @TempDir
    private Path root;

    private Path ours;
    private Path target;
    private LocalFolder folder;

    @BeforeEach
    void share() throws IOException {
        ours = Files.createDirectories(root.resolve("mounted"));
        target = root.resolve("original");
        folder = new LocalFolder(new FileSource.SharedFolder(Path.of("/var/lib/telegram-bot-api"), ours));
        Files.writeString(
                Files.createDirectories(ours.resolve("1:a/voice")).resolve("file_1.oga"), "the bytes of the server");
        Files.writeString(root.resolve("secret"), "not for anybody");
    }

    @Test
    void aFileIsLinkedAndNotCopied() throws IOException {
        folder.link("/var/lib/telegram-bot-api/1:a/voice/file_1.oga", target);

        assertThat(Files.isSameFile(target, ours.resolve("1:a/voice/file_1.oga")))
                .isTrue();
        assertThat(target).hasContent("the bytes of the server");
    }

    @Test
    void whatTheServerTidiesUpStaysWithUsAndTheOtherWayRound() throws IOException {
        var file = ours.resolve("1:a/voice/file_1.oga");
        folder.link("/var/lib/telegram-bot-api/1:a/voice/file_1.oga", target);
        Files.delete(file);
        assertThat(target).hasContent("the bytes of the server");

        Files.writeString(file, "another");
        folder.link("/var/lib/telegram-bot-api/1:a/voice/file_1.oga", target);
        Files.delete(target);
        assertThat(file).hasContent("another");
    }

    @Test
    void theFolderMayBeALinkAndMayHaveTheSameNameOnBothSides() throws IOException {
        var link = Files.createSymbolicLink(root.resolve("link"), ours);

        new LocalFolder(new FileSource.SharedFolder(link, link)).link(link + "/1:a/voice/file_1.oga", target);

        assertThat(target).hasContent("the bytes of the server");
    }

    /** /dev/shm is another disk, where there is one. */
    @Test
    void onAnotherDiskASymbolicLinkIsEnough() throws IOException {
        var elsewhere = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(elsewhere) && !Files.getFileStore(elsewhere).equals(Files.getFileStore(root)));
        var shared = Files.createTempDirectory(elsewhere, "telegram");
        try {
            Files.writeString(shared.resolve("file"), "far away");

            new LocalFolder(new FileSource.SharedFolder(shared, shared)).link(shared + "/file", target);

            assertThat(target).isSymbolicLink().hasContent("far away");
            Files.delete(target);
            assertThat(shared.resolve("file")).exists();
        } finally {
            Files.deleteIfExists(shared.resolve("file"));
            Files.delete(shared);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "/var/lib/telegram-bot-api/../../../etc/passwd",
                "/var/lib/telegram-bot-api/1:a/../../secret",
                "/var/lib/telegram-bot-api-2/file",
                "/var/lib/telegram-bot-api",
                "/var/lib/telegram-bot-api/1:a/voice",
                "/var/lib/telegram-bot-api/1:a/voice/file_2.oga",
                "/var/lib/telegram-bot-api/1:a/voice/file_1.oga\0.txt",
                "1:a/voice/file_1.oga",
                "voice/file_1.oga",
                ""
            })
    void whatIsNotAFileOfTheFolderIsRefused(String named) {
        assertThatThrownBy(() -> folder.link(named, target)).isInstanceOf(IOException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(ours.resolve("file"), root.resolve("secret"));
        Files.createSymbolicLink(ours.resolve("folder"), root);
        Files.createSymbolicLink(ours.resolve("device"), Path.of("/dev/zero"));

        for (var named : new String[] {"file", "folder/secret", "device"}) {
            assertThatThrownBy(() -> folder.link("/var/lib/telegram-bot-api/" + named, target))
                    .isInstanceOf(IOException.class);
        }
        assertThat(target).doesNotExist();
    }
}
