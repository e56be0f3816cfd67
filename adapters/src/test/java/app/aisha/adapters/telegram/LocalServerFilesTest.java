package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.adapters.telegram.BotServer.Call;
import app.aisha.adapters.telegram.DiskRoom.Space;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a Bot API server of our own, over HTTP and in a shared folder. */
@Timeout(60)
class LocalServerFilesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String THEIRS = "/var/lib/telegram-bot-api/" + BotServer.TOKEN + "/";

    @TempDir
    private Path folder;

    private BotServer server;
    private Path target;
    private Path ours;
    private Space space = new Space(1L << 40, 1L << 40);

    @BeforeEach
    void start() throws IOException {
        server = new BotServer();
        target = Files.createDirectory(folder.resolve("scratch")).resolve("original");
        ours = Files.createDirectory(folder.resolve("shared"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TelegramFiles files(FileSource source, Duration call, Duration largeCall, int turns) {
        return new TelegramFiles(
                server.api(),
                source,
                source.limit(),
                new FilePatience(call, largeCall, turns, LONG),
                new DiskRoom(OptionalLong.of(1 << 20), _ -> space));
    }

    private TelegramFiles overHttp() {
        return files(new FileSource.LocalServer(), LONG, LONG, 1);
    }

    private TelegramFiles shared() {
        return files(new FileSource.SharedFolder(Path.of("/var/lib/telegram-bot-api"), ours), LONG, LONG, 1);
    }

    private static Answer file(String path, long size) {
        return Answer.result("{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":%d,\"file_path\":%s}"
                .formatted(size, new JsonPrimitive(path)));
    }

    private static boolean isDownload(Call call) {
        return call.path().startsWith("/file/");
    }

    @Test
    void theLimitFollowsTheSource() {
        assertThat(new TelegramFiles(server.api(), DownloadSettings.CLOUD).limit())
                .isEqualTo(20L << 20);
        assertThat(overHttp().limit()).isEqualTo(2000L << 20);
        assertThat(shared().limit()).isEqualTo(2000L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {THEIRS + "voice/file 1.oga", "voice/file 1.oga"})
    void overHttpAnAbsolutePathIsTakenFromTheFolderOfTheBot(String path) throws Exception {
        server.answering(call -> isDownload(call) ? Answer.bytes(200, new byte[3]) : file(path, 3));

        assertThat(overHttp().download("f", target)).isEqualTo(new Download.Fetched(3));
        assertThat(server.only().path()).isEqualTo("/file/bot" + BotServer.TOKEN + "/voice/file%201.oga");
    }

    @Test
    void inASharedFolderTheFileIsLinkedAndNothingDownloaded() throws Exception {
        Files.writeString(Files.createDirectories(ours.resolve(BotServer.TOKEN)).resolve("a.ogg"), "sound");
        server.answering(_ -> file(THEIRS + "a.ogg", 5));

        assertThat(shared().download("f", target)).isEqualTo(new Download.Fetched(5));
        assertThat(target).hasContent("sound");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aFileOfTheFolderThatIsLongerThanItWasSaidToBeIsTooLarge() throws Exception {
        var file = Files.createDirectories(ours.resolve(BotServer.TOKEN)).resolve("a.ogg");
        try (var sparse = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.position(2000L << 20).write(ByteBuffer.allocate(1));
        }
        server.answering(_ -> file(THEIRS + "a.ogg", 5));

        assertThat(shared().download("f", target)).isEqualTo(new Download.TooLarge());
        assertThat(target).doesNotExist();
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", THEIRS + "not-there.ogg", "voice/file_1.oga"})
    void whatIsNotInTheFolderMayBeThereLater(String path) {
        server.answering(_ -> file(path, 5));

        assertThatThrownBy(() -> shared().download("f", target))
                .isInstanceOf(RemoteFilesUnavailable.class)
                .hasMessageStartingWith("shared folder: ")
                .hasMessageNotContaining(BotServer.TOKEN);
        assertThat(target).doesNotExist();
    }

    @Test
    void aServerThatIsStillFetchingIsWaitedForWithPatience() throws Exception {
        var asked = new AtomicInteger();
        var fetched = new CountDownLatch(1);
        server.answering(call -> {
            if (!isDownload(call) && asked.incrementAndGet() == 1) {
                await(fetched);
            }
            return isDownload(call) ? Answer.bytes(200, new byte[3]) : file("v/f", 3);
        });

        assertThat(files(new FileSource.LocalServer(), SHORT, LONG, 1).download("f", target))
                .isEqualTo(new Download.Fetched(3));
        fetched.countDown();
        assertThat(asked).hasValue(2);
    }

    @Test
    void onlySomeWaitForLargeFilesAndTheOthersComeAgain() throws Exception {
        var waits = new CountDownLatch(2);
        var fetched = new CountDownLatch(1);
        server.answering(_ -> {
            waits.countDown();
            await(fetched);
            return Answer.refusal(400, "Bad Request: file is too big");
        });
        var files = files(new FileSource.LocalServer(), SHORT, LONG, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var patient = threads.submit(() -> files.download("f", target));
            await(waits);

            assertThatThrownBy(() -> files.download("g", target)).satisfies(LocalServerFilesTest::isWaiting);

            fetched.countDown();
            assertThat(patient.get()).isEqualTo(new Download.TooLarge());
        }
        assertThat(files.download("g", target)).isEqualTo(new Download.TooLarge());
    }

    @Test
    void aServerThatTakesTooLongHasTheFileLater() {
        var never = new CountDownLatch(1);
        server.answering(_ -> {
            await(never);
            return Answer.result("true");
        });

        assertThatThrownBy(() ->
                        files(new FileSource.LocalServer(), SHORT, SHORT, 1).download("f", target))
                .satisfies(LocalServerFilesTest::isWaiting);
        never.countDown();
    }

    @Test
    void aFileThatDoesNotFitTheDiskIsNotBegunAndWaits() {
        space = new Space(500L << 20, 1L << 40);
        server.answering(_ -> file("v/f", 500L << 20));

        assertThatThrownBy(() -> overHttp().download("f", target)).satisfies(LocalServerFilesTest::isWaiting);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aDiskThatFillsOnTheWayStopsTheDownloadAndLeavesNothing() {
        server.answering(call -> {
            if (isDownload(call)) {
                space = new Space(1 << 20, 1L << 40);
                return Answer.bytes(200, new byte[20 << 20]);
            }
            return file("v/f", 0);
        });

        assertThatThrownBy(() -> overHttp().download("f", target)).satisfies(LocalServerFilesTest::isWaiting);
        assertThat(target).doesNotExist();
    }

    /** The target of an earlier try may be a link to the server's file. */
    @Test
    void aDownloadNeverWritesThroughALink() throws Exception {
        var file = Files.writeString(ours.resolve("a.ogg"), "the server's");
        Files.createLink(target, file);
        server.answering(call -> isDownload(call) ? Answer.bytes(200, new byte[3]) : file("v/f", 3));

        assertThat(overHttp().download("f", target)).isEqualTo(new Download.Fetched(3));
        assertThat(file).hasContent("the server's");
    }

    private static void isWaiting(Throwable thrown) {
        assertThat(thrown)
                .asInstanceOf(type(RemoteFilesUnavailable.class))
                .matches(RemoteFilesUnavailable::isWaiting, "is waiting");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(50, TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing happened");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
