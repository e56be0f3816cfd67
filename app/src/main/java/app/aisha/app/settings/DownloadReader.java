package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.AISHA_DISK_RESERVE;
import static app.aisha.app.settings.Setting.TELEGRAM_API_URL;
import static app.aisha.app.settings.Setting.TELEGRAM_LOCAL_FILES;

import app.aisha.adapters.telegram.DownloadSettings;
import app.aisha.adapters.telegram.FileSource;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads how files come from the Bot API server. */
final class DownloadReader {

    private static final int LARGEST_RESERVE = 1 << 20;

    private final Environment environment;

    DownloadReader(Environment environment) {
        this.environment = environment;
    }

    DownloadSettings read() {
        if (environment.has(TELEGRAM_LOCAL_FILES) && !environment.has(TELEGRAM_API_URL)) {
            environment.problem(
                    TELEGRAM_LOCAL_FILES, "is set, but TELEGRAM_API_URL, the address of that server, is not");
        }
        var source = environment.as(
                TELEGRAM_LOCAL_FILES,
                "http or a folder such as /var/lib/telegram-bot-api or /there=/here",
                DownloadReader::source);
        var reserve = environment.as(
                AISHA_DISK_RESERVE,
                "a number of MB from 0 to " + LARGEST_RESERVE,
                value -> OptionalLong.of((long) Values.within(value, 0, LARGEST_RESERVE) << 20));
        return new DownloadSettings(source.orElseGet(FileSource.Cloud::new), reserve.orElseGet(OptionalLong::empty));
    }

    private static FileSource source(String value) {
        if (value.equals("http")) {
            return new FileSource.LocalServer();
        }
        var names = value.split("=", -1);
        Values.require(names, names.length <= 2);
        return new FileSource.SharedFolder(folder(names[0]), folder(names[names.length - 1]));
    }

    /** The root would open the whole machine to whoever answers in the server's place. */
    private static Path folder(String name) {
        var path = Path.of(name.strip()).normalize();
        return Values.require(path, path.isAbsolute() && path.getNameCount() > 0);
    }
}
