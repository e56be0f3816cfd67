package app.aisha.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that the whole test suite logged holds a secret, words of a person or a name. This module is the last one, so that
 * the lines of all others are there; where only a part of the build ran, this test has no place.
 */
class LogScanTest {

    private static final List<String> LOGGING = List.of("bot", "adapters", "app");

    private final LogScan scan = LogScan.of(
            Stream.of("my cat is called Murka", "да", "/transcripts and more words"),
            Stream.of("story-secret"),
            Stream.of("Dilnara", "Al"));

    @Test
    void nothingThatTestsLoggedIsWhatNobodyShouldRead() throws IOException {
        var logs = overheard(".log");
        var result =
                LogScan.of(lines(".words"), lines(".secrets"), lines(".names")).scan(logs);
        System.out.printf("Log scan: %d lines in %d files%n", result.lines(), result.files());

        for (var module : LOGGING) {
            assertThat(logs).as("logs of " + module).anyMatch(log -> log.startsWith(folder(module)));
        }
        assertThat(result.lines()).isPositive();
        assertThat(lines(".words").count()).as("words that people said").isPositive();
        assertThat(lines(".names").count()).as("names of people").isPositive();
        assertThat(lines(".secrets").count()).as("secrets of tests").isPositive();
        assertThat(result.findings()).isEmpty();
    }

    private static Path folder(String module) {
        return Path.of("..", module, "target", "test-output");
    }

    private static List<Path> overheard(String ending) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : List.of("core", "bot", "adapters", "simulators", "app")) {
            if (Files.isDirectory(folder(module))) {
                try (var files = Files.list(folder(module))) {
                    files.filter(file -> file.toString().endsWith(ending))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Stream<String> lines(String ending) throws IOException {
        var all = new ArrayList<String>();
        for (var file : overheard(ending)) {
            all.addAll(Files.readAllLines(file));
        }
        return all.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://api.telegram.org/bot1000000001:simulated-telegram-knows failed",
                "token 42:story-token-story-token",
                "https://s3.example/a?X-Amz-Signature=abc",
                "http://localhost/file/bot/x",
                "Authorization: Key 0af1-22:deadbeef",
                "key sk-abcdefghijklmnop is refused",
                "Authorization: Bearer abcdef123456",
                "postgresql://aisha:hunter2@db/aisha",
                "she said my cat is called Murka, and left",
                "the secret is story-secret.",
                "Welcomed Dilnara",
                "Welcomed \"Dilnara\"",
            })
    void poisonIsFound(String line, @TempDir Path folder) throws IOException {
        var log = Files.writeString(folder.resolve("poisoned.log"), "12:00:00.000 INFO Fine - fine\n" + line + "\n");

        var result = scan.scan(List.of(log));

        assertThat(result.files()).isEqualTo(1);
        assertThat(result.lines()).isEqualTo(2);
        assertThat(result.findings()).hasSizeGreaterThan(0).allMatch(finding -> finding.contains("poisoned.log:2: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:00:00.123 WARN OutboxSender - Parcel 17 may reach its chat twice",
                "12:00:00.123 INFO JobWorkers - transcribe 0192f3a0-0000-7000-8000-000000000001 comes again in 5 s:"
                        + " busy",
                "at app.aisha.core.Errand.dilnaraTrains(Errand.java:12)",
                "at app.aisha.Dilnara.run(Dilnara.java:12)",
                "Update 1900000000 stays unanswered: да",
                "Also this is fine: postgresql://aisha:[hidden]@db/aisha"
            })
    void ordinaryLinesAreFine(String line) {
        assertThat(scan.in(line)).isEmpty();
    }
}
