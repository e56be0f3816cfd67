package app.aisha.adapters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The data of one server in a folder: made once, then started and stopped. */
final class Cluster {

    static final String NAME = "aisha";

    private static final int PASSWORD_BYTES = 24;
    private static final String WHO_MAY_CONNECT = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Path folder;
    private final PostgresPrograms programs;
    private final Tuning tuning;

    Cluster(Path folder, PostgresPrograms programs, Tuning tuning) {
        this.folder = folder;
        this.programs = programs;
        this.tuning = tuning;
    }

    static Path dataIn(Path folder) {
        return folder.resolve("data");
    }

    boolean exists() {
        return Files.exists(dataIn(folder));
    }

    /** Appears complete or not at all: a run killed half-way leaves only what the next one clears away. */
    void create(ServerAccount account) throws IOException, PostgresNotStarted, InterruptedException {
        var partial = folder.resolve("data.partial");
        FileTree.delete(partial);
        Files.createDirectory(
                partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (account instanceof ServerAccount.Lesser(var uid)) {
            FileTree.giveTo(uid, partial);
        }
        initialise(partial);
        Files.writeString(partial.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        var password = newPassword();
        inSingleUserMode(partial, "ALTER ROLE %s PASSWORD '%s'\nCREATE DATABASE %s\n".formatted(NAME, password, NAME));
        writeSecret(password);
        Files.move(partial, dataIn(folder));
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void initialise(Path data) throws IOException, PostgresNotStarted, InterruptedException {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-U", NAME, "-A", "trust", "-E", "UTF8"));
        arguments.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (tuning == Tuning.EPHEMERAL) {
            arguments.add("--no-sync");
        }
        expect(programs.run("initdb", arguments, ""), "The data of the embedded PostgreSQL could not be made");
    }

    private void inSingleUserMode(Path data, String statements)
            throws IOException, PostgresNotStarted, InterruptedException {
        var arguments = new ArrayList<>(List.of("--single", "-D", data.toString(), "-c", "exit_on_error=on"));
        tuning.settings().forEach(setting -> arguments.addAll(List.of("-c", setting)));
        arguments.add("postgres");
        expect(
                programs.run("postgres", arguments, statements),
                "The database of the embedded PostgreSQL could not be made");
    }

    private static void expect(PostgresPrograms.Ending ending, String complaint) throws PostgresNotStarted {
        if (!ending.good()) {
            throw new PostgresNotStarted(complaint + ": " + ending.lastLine());
        }
    }

    private void writeSecret(String password) throws IOException {
        var secret = secretIn(folder);
        Files.deleteIfExists(secret);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(secret, owner);
        Files.writeString(secret, password);
    }

    String password() throws IOException, PostgresNotStarted {
        return passwordIn(folder);
    }

    static String passwordIn(Path folder) throws IOException, PostgresNotStarted {
        var secret = secretIn(folder);
        if (!Files.exists(secret)) {
            throw new PostgresNotStarted("The password of the embedded PostgreSQL is missing; put back " + secret);
        }
        return Files.readString(secret).strip();
    }

    private static Path secretIn(Path folder) {
        return folder.resolve("password");
    }

    void requireVersion(String major) throws IOException, PostgresNotStarted {
        var made = Files.readString(dataIn(folder).resolve("PG_VERSION")).strip();
        if (!made.equals(major)) {
            throw new PostgresNotStarted(
                    "The data in %s was made by PostgreSQL %s and this build carries %s; move it by pg_dump or choose another data folder."
                            .formatted(folder, made, major));
        }
    }

    /** Returns once the server takes connections at the port of 127.0.0.1, or with the server's complaint. */
    PostgresPrograms.Ending start(int port) throws IOException, InterruptedException {
        Files.deleteIfExists(log());
        var options =
                new StringBuilder("-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=").append(port);
        tuning.settings().forEach(setting -> options.append(" -c ").append(setting));
        var ending = programs.run("pg_ctl", pgCtl("start", "-l", log().toString(), "-o", options.toString()), "");
        return ending.good() ? ending : new PostgresPrograms.Ending(false, complaint(ending));
    }

    private String complaint(PostgresPrograms.Ending ending) throws IOException {
        if (!Files.exists(log())) {
            return ending.output();
        }
        var log = new String(Files.readAllBytes(log()), UTF_8);
        return log.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .findFirst()
                .orElseGet(() -> new PostgresPrograms.Ending(false, log).lastLine());
    }

    PostgresPrograms.Ending stop() throws IOException, InterruptedException {
        return programs.run("pg_ctl", pgCtl("stop", "-m", tuning.stop()), "");
    }

    Optional<ProcessHandle> process() throws IOException {
        return Orphan.recorded(dataIn(folder));
    }

    private List<String> pgCtl(String order, String... arguments) {
        var all = new ArrayList<>(
                List.of(order, "-w", "-t", "240", "-D", dataIn(folder).toString()));
        all.addAll(List.of(arguments));
        return all;
    }

    private Path log() {
        return dataIn(folder).resolve("server.log");
    }
}
