package app.aisha.app.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts of backups call the programs of PostgreSQL with, which everybody on the machine sees. */
class DatabaseAddressTest {

    private static final Path DEPLOY = Path.of("..", "deploy");

    /** The address without its password, and the password. */
    private static String parted(String url) throws IOException {
        var shell = new ProcessBuilder(
                        "sh",
                        "-euc",
                        ". \"$1\"; printf '%s %s' \"$address\" \"${PGPASSWORD:-none}\"",
                        "sh",
                        DEPLOY.resolve("database.sh").toString())
                .redirectErrorStream(true);
        shell.environment().put("DATABASE_URL", url);
        shell.environment().remove("PGPASSWORD");
        return new String(shell.start().getInputStream().readAllBytes(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://aisha:s3cret@db:5432/name | postgresql://aisha@db:5432/name s3cret",
                "postgres://u:a:b*[c]+@[::1]/n?sslmode=require | postgres://u@[::1]/n?sslmode=require a:b*[c]+",
                "postgresql://u:%40%3a%2F%25s%5C101%D1%8F@db/n | postgresql://u@db/n @:/%s\\101я",
                "postgresql://u@db/n?password=a%26b | postgresql://u@db/n a&b",
                "postgresql://db/n?user=u&password=x%2525&ssl=true | postgresql://db/n?user=u&ssl=true x%25",
                "postgresql://u:one@db/n?password=two | postgresql://u@db/n two",
                "postgresql://u:@db/n | postgresql://u@db/n none",
                "postgresql://u@db/n | postgresql://u@db/n none",
                "postgresql://db/n?user=u | postgresql://db/n?user=u none"
            })
    void thePasswordIsTakenOut(String url, String parts) throws IOException {
        assertThat(parted(url)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hid@den@db/n",
                "postgresql://u:hid/den@db/n",
                "postgresql://u:hid?den@db/n",
                "postgresql://u:hidden%zz@db/n",
                "postgresql://u:hidden%00@db/n",
                "host=db password=hidden"
            })
    void whatCannotBeReadIsNotShown(String url) throws IOException {
        assertThat(parted(url)).startsWith("DATABASE_URL cannot be read").doesNotContain("hid", "den");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup.sh", "restore.sh"})
    void noProgramIsCalledWithThePassword(String script) throws IOException {
        assertThat(Files.readString(DEPLOY.resolve(script)))
                .contains(". \"$here/database.sh\"", "--dbname=\"$address\"")
                .doesNotContain("=\"$DATABASE_URL\"");
    }
}
