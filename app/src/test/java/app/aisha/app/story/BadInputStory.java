package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputStory {

    private final Town town = Town.with(Town.Intake.POLLING);
    private final Person dilnara = town.person("Диля", "ru");
    private final Person john = town.person("John", "en");

    @TempDir
    private Path folder;

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void anEmptyFile() {
        isAnswered("note.mp3", new byte[0], "Файл пустой", "The file is empty");
    }

    @Test
    void aProgramThatIsCalledMp3() {
        var program = new byte[5000];
        new Random(5).nextBytes(program);
        isAnswered("song.mp3", program, "Это не запись", "This is not a recording");
    }

    @Test
    void aWavOfNoSeconds() throws Exception {
        var wav = made("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "0.00001", "-f", "wav", "out.wav");
        isAnswered("nothing.wav", wav, "Запись слишком короткая", "The recording is too short");
    }

    @Test
    void aVideoWithoutASoundTrack() throws Exception {
        isAnswered("silent.mp4", silentVideo(), "нет звуковой дорожки", "has no sound track");
    }

    @Test
    void aVideoThatBreaksOff() throws Exception {
        var video = silentVideo();
        isAnswered(
                "broken.mp4",
                Arrays.copyOf(video, video.length / 2),
                "Файл повреждён или обрывается",
                "The file is damaged or cut off");
    }

    @Test
    void aFileOverTheLimit() {
        var bytes = Person.resource("note-en.ogg");
        var russian = dilnara.sends("document", "long.ogg", bytes, "&declared_size=52428800");
        var english = john.sends("document", "long.ogg", bytes, "&declared_size=52428800");

        dilnara.seesInReplyTo(russian, "Файл слишком большой. Принимаю файлы до 20 МБ");
        john.seesInReplyTo(english, "The file is too large. I take files of up to 20 MB");
    }

    @Test
    void aPlaylistInTheClothesOfASongFetchesNothing() throws IOException {
        var visits = new AtomicInteger();
        var canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.close();
        });
        canary.start();
        try {
            var address =
                    "http://127.0.0.1:%d/a.ts".formatted(canary.getAddress().getPort());
            for (var list : List.of(
                    "#EXTM3U\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n".formatted(address),
                    "ffconcat version 1.0\nfile '%s'\n".formatted(address))) {
                isAnswered(
                        "song.mp3", list.getBytes(StandardCharsets.UTF_8), "Это не запись", "This is not a recording");
            }
            assertThat(visits).hasValue(0);
        } finally {
            canary.stop(0);
        }
    }

    private void isAnswered(String name, byte[] bytes, String russian, String english) {
        dilnara.seesInReplyTo(dilnara.sends("document", name, bytes), russian);
        john.seesInReplyTo(john.sends("audio", name, bytes), english);
    }

    private byte[] silentVideo() throws Exception {
        return made("-f", "lavfi", "-i", "testsrc=duration=2:size=64x64:rate=10", "-an", "out.mp4");
    }

    private byte[] made(String... arguments) throws Exception {
        Ffmpeg ffmpeg = Town.ffmpeg();
        var command = new ArrayList<>(List.of(ffmpeg.program().toAbsolutePath().toString(), "-v", "error"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(ffmpeg.environment());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readAllBytes(folder.resolve(arguments[arguments.length - 1]));
    }
}
