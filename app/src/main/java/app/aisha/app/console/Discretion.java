package app.aisha.app.console;

import app.aisha.app.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps passwords out of what is said, should a message ever quote one. */
final class Discretion {

    private static final Pattern PASSWORD = Pattern.compile("(?i)password=([^&]+)");
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    private Discretion(List<String> secrets) {
        this.secrets =
                secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList();
    }

    /** What can be guessed from the name of the user is no secret, and hiding it would hide the name. */
    static Discretion about(Settings.Database database) {
        var secrets = new ArrayList<String>();
        var password = database.password().reveal();
        if (!password.equals(database.user())) {
            secrets.add(password);
        }
        PASSWORD.matcher(database.jdbcUrl())
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(secrets::add);
        return new Discretion(secrets);
    }

    /** All keys, tokens and passwords of the settings. */
    static Discretion about(Settings settings) {
        var secrets = new ArrayList<String>();
        settings.database().ifPresent(database -> secrets.addAll(about(database).secrets));
        settings.telegram().ifPresent(telegram -> secrets.add(telegram.token().reveal()));
        settings.webhook().ifPresent(webhook -> secrets.add(webhook.secret().reveal()));
        settings.s3().ifPresent(s3 -> {
            secrets.add(s3.accessKey().reveal());
            secrets.add(s3.secretKey().reveal());
        });
        settings.trainer().ifPresent(trainer -> secrets.add(trainer.key().reveal()));
        settings.text().flatMap(Settings.Text::key).ifPresent(key -> secrets.add(key.reveal()));
        if (settings.speech().orElse(null) instanceof Settings.Speech.Service service) {
            service.key().ifPresent(key -> secrets.add(key.reveal()));
        }
        Stream.concat(settings.redis().stream(), settings.general().proxy().stream())
                .flatMap(address -> Stream.ofNullable(address.getUserInfo()))
                .map(login -> login.replaceFirst("^[^:]*:", ""))
                .forEach(secrets::add);
        return new Discretion(secrets);
    }

    static Discretion none() {
        return new Discretion(List.of());
    }

    static Discretion about(String password) {
        return new Discretion(List.of(password));
    }

    String of(String line) {
        var discreet = line;
        for (var secret : secrets) {
            discreet = discreet.replace(secret, "[hidden]");
        }
        return discreet;
    }
}
