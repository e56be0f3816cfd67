package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.TrainerOnLoopback.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.adapters.fal.FalDouble.Request;
import app.aisha.adapters.http.Secret;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalFilesTest {

    private static final String LIFETIME = "{\"expiration_duration_seconds\":259200}";

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();
    private final Path folder;
    private final Path archive;

    FalFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.archive = Files.writeString(folder.resolve("a.zip"), "PK photos");
    }

    @AfterEach
    void stop() {
        loopback.close();
    }

    @Test
    void anArchiveGoesToThePlaceFalNamesWithoutTheKey() throws Exception {
        loopback.server.answers(request -> request.method().equals("POST") ? place("/put?sig=s") : Answer.of(200, ""));

        var file = loopback.trainer().upload(archive, "avatar-7.zip");

        assertThat(file).hasToString("https://v3.fal.media/files/rabbit/1_avatar.zip");
        var wish = loopback.server.requests().getFirst();
        assertThat(wish.uri()).hasToString("/rest/storage/upload/initiate?storage_type=fal-cdn-v3");
        assertThat(wish.header("Authorization")).isEqualTo("Key " + KEY);
        assertThat(wish.header("X-Fal-Object-Lifecycle")).isEqualTo(LIFETIME);
        assertThat(wish.header("X-Fal-Object-Lifecycle-Preference")).isEqualTo(LIFETIME);
        assertThat(wish.body()).isEqualTo("{\"file_name\":\"avatar-7.zip\",\"content_type\":\"application/zip\"}");
        var put = loopback.server.last();
        assertThat(put.uri()).hasToString("/put?sig=s");
        assertThat(put.body()).isEqualTo("PK photos");
        assertThat(put.header("Content-Length")).isEqualTo("9");
        assertThat(put.header("Content-Type")).isEqualTo("application/zip");
        assertThat(put.headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aBigArchiveGoesInParts() throws Exception {
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength((90L << 20) + 1);
        }
        loopback.server.answers(this::multipart);

        loopback.trainer().upload(archive, "avatar-7.zip");

        var parts = loopback.server.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .toList();
        assertThat(parts)
                .extracting(request -> request.uri().toString())
                .contains("/put/1?sig=s", "/put/9?sig=s", "/put/10?sig=s")
                .hasSize(11);
        assertThat(parts.getFirst().body()).startsWith("PK photos").hasSize(10 << 20);
        assertThat(parts.getLast().body()).hasSize(1);
        assertThat(parts).allSatisfy(part -> assertThat(part.headers()).doesNotContainKey("Authorization"));
        var end = loopback.server.last();
        assertThat(end.uri()).hasToString("/put/complete?sig=s");
        assertThat(end.body())
                .startsWith("{\"parts\":[{\"partNumber\":1,\"etag\":\"in-header\"}")
                .contains("in-body-10");
        assertThat(end.headers()).doesNotContainKey("Authorization");
    }

    /** The second part fails once; half of the receipts are headers. */
    private Answer multipart(Request request) {
        var path = request.path();
        if (path.endsWith("initiate-multipart")) {
            return place("/put?sig=s");
        }
        var number = path.substring(path.lastIndexOf('/') + 1);
        return switch (number) {
            case "complete" -> Answer.of(200, "{}");
            case "10" -> Answer.of(200, "{\"partNumber\":10,\"etag\":\"in-body-10\"}");
            case "2" -> failsOnce(request);
            default -> Answer.of(200, "").with("ETag", "in-header");
        };
    }

    private boolean failed;

    private Answer failsOnce(Request request) {
        failed = !failed;
        return failed ? Answer.of(500, "") : Answer.of(200, "").with("ETag", request.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nothing",
                "{\"upload_url\":\"http://evil.example/put\",\"file_url\":\"https://v3.fal.media/f.zip\"}",
                "{\"upload_url\":\"ftp://v3.fal.media/put\",\"file_url\":\"https://v3.fal.media/f.zip\"}",
                "{\"upload_url\":\"https://v3.fal.media/put\",\"file_url\":\"file:///etc/passwd\"}"
            })
    void nothingIsSentToAPlaceThatIsNone(String body) {
        var failure = catchThrowableOfType(
                ProviderUnavailable.class,
                () -> loopback.answering(Answer.of(200, body)).upload(archive, "a.zip"));

        assertThat(failure.trouble()).isEmpty();
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void aRefusedKeyIsTheOperatorsBusinessAndARefusingPlaceIsNot() {
        var key = catchThrowableOfType(
                ProviderUnavailable.class,
                () -> loopback.answering(Answer.of(401, "{\"detail\":\"Authorization header is required\"}"))
                        .upload(archive, "a.zip"));
        assertThat(key.trouble()).isPresent();

        loopback.server.answers(request -> request.method().equals("POST") ? place("/put") : Answer.of(403, ""));
        var place = catchThrowableOfType(
                ProviderUnavailable.class, () -> loopback.trainer().upload(archive, "a.zip"));
        assertThat(place.trouble()).isEmpty();
    }

    @Test
    void anArchiveThatIsNotThereIsAMistakeOfOurs() {
        assertThatThrownBy(() -> loopback.answering(place("/put")).upload(folder.resolve("gone.zip"), "a.zip"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFileReplacesTheTargetAndTheKeyStaysHome() throws Exception {
        var target = Files.writeString(folder.resolve("lora"), "old");
        loopback.server.answers(
                Answer.nginx(503), Answer.of(200, "0123456789").truncatedBy(5), Answer.of(200, "weights"));

        assertThat(fetch("/cdn/l", target, 100)).isEqualTo(new Fetched.Stored(7));

        assertThat(target).hasContent("weights");
        assertThat(loopback.server.requests())
                .hasSizeGreaterThan(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Authorization"));
        assertThat(loopback.waits).isNotEmpty();
        onlyTheseAreLeft("a.zip", "lora");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://v3.fal.media/l",
                "https://v3.fal.media.evil.example/l",
                "https://evilfal.media/l",
                "https://user@v3.fal.media/l",
                "https://v3.fal.media:8443/l",
                "https://127.0.0.1/l",
                "http://169.254.169.254/latest",
                "http://localhost/l",
                "file:///etc/passwd",
                "v3.fal.media/l"
            })
    void otherAddressesAreNotEvenAsked(String address) throws Exception {
        assertThat(loopback.trainer().fetch(URI.create(address), folder.resolve("l"), 100))
                .isInstanceOf(Fetched.Unusable.class);
        assertThat(loopback.server.requests()).isEmpty();
    }

    @Test
    void hostsOfFalAreItsFilesAndTheRoots() {
        var settings = FalSettings.of(new Secret("k"), Optional.empty());

        assertThat(List.of("https://fal.media/x", "https://V3B.fal.media/x", "https://rest.fal.ai/x"))
                .allMatch(address -> settings.hasFiles(URI.create(address)));
        assertThat(settings.hasFiles(URI.create("http://rest.fal.ai/x"))).isFalse();
        assertThat(settings.trustsWithKey(URI.create("https://queue.fal.run/x")))
                .isTrue();
        assertThat(settings.trustsWithKey(URI.create("https://queue.fal.run:444/x")))
                .isFalse();
        assertThat(settings.toString()).doesNotContain("Secret[k]").contains("[hidden]");
    }

    @Test
    void whatIsNoFileIsUnusable() throws Exception {
        var target = folder.resolve("l");
        for (var answer : List.of(
                Answer.of(404, ""),
                Answer.of(403, ""),
                Answer.of(410, ""),
                Answer.of(200, "<html>").with("Content-Type", "Text/HTML; charset=utf-8"),
                Answer.of(200, ""),
                Answer.of(206, "x"),
                Answer.of(200, "x".repeat(101)),
                Answer.of(302, "").with("Location", "http://169.254.169.254/latest"),
                Answer.of(302, "").with("Location", "https://evil.example/l"),
                Answer.of(302, "").with("Location", "/again"),
                Answer.of(302, "").with("Location", "not an address"))) {
            loopback.server.answers(answer);

            assertThat(fetch("/cdn/l", target, 100)).as("%s", answer).isInstanceOf(Fetched.Unusable.class);
            onlyTheseAreLeft("a.zip");
        }
    }

    @Test
    void anEndlessFileStopsAtTheLimit() throws Exception {
        loopback.server.answers(Answer.of(200, "x".repeat(5 << 20)));

        assertThat(fetch("/cdn/l", folder.resolve("l"), 1 << 20)).isInstanceOf(Fetched.Unusable.class);
        onlyTheseAreLeft("a.zip");
    }

    @Test
    void aRedirectAmongFilesIsFollowed() throws Exception {
        loopback.server.answers(Answer.of(302, "").with("Location", "/cdn/new"), Answer.of(200, "w"));

        assertThat(fetch("/cdn/l", folder.resolve("l"), 100)).isEqualTo(new Fetched.Stored(1));
        assertThat(loopback.server.last().path()).isEqualTo("/cdn/new");
    }

    @Test
    void aFileThatNeverComesWholeIsTriedLater() {
        loopback.server.answers(Answer.of(200, "half".repeat(100_000)).truncatedBy(4));

        assertThatThrownBy(() -> fetch("/cdn/l", folder.resolve("l"), 1 << 20)).isInstanceOf(ProviderUnavailable.class);
        assertThat(loopback.waits).hasSize(3);
        onlyTheseAreLeft("a.zip");
    }

    private Fetched fetch(String path, Path target, long limit) throws Exception {
        return loopback.trainer().fetch(loopback.server.at(path), target, limit);
    }

    private void onlyTheseAreLeft(String... names) {
        assertThat(folder)
                .isDirectoryNotContaining(file -> IntStream.range(0, names.length)
                        .noneMatch(i -> file.getFileName().toString().equals(names[i])));
    }

    private Answer place(String upload) {
        return Answer.of(200, """
            {"upload_url":"%s","file_url":"https://v3.fal.media/files/rabbit/1_avatar.zip"}
            """.formatted(loopback.server.at(upload)));
    }
}
