package app.aisha.app.settings;

import static app.aisha.app.settings.SettingsReaderTest.assertRefused;
import static app.aisha.app.settings.SettingsReaderTest.production;
import static app.aisha.app.settings.SettingsReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.Operations.Log;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationsReaderTest {

    @Test
    void unlessSaidOtherwiseOnlyThisMachineLooksAtHer() throws BadSettings {
        assertThat(read(Map.of(), Assembly.SANDBOX).general().operations())
                .isEqualTo(new Operations(InetAddress.ofLiteral("127.0.0.1"), 8082, Log.TEXT, Optional.empty()));
    }

    @Test
    void everythingCanBeSaid() throws BadSettings {
        var variables = production();
        variables.putAll(Map.of(
                "AISHA_MANAGEMENT_ADDRESS", "10.1.2.3",
                "AISHA_MANAGEMENT_PORT", "9102",
                "AISHA_LOG", "Text",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://tempo.local:4318/"));

        assertThat(read(variables, Assembly.PRODUCTION).general().operations())
                .isEqualTo(new Operations(
                        InetAddress.ofLiteral("10.1.2.3"),
                        9102,
                        Log.TEXT,
                        Optional.of(URI.create("http://tempo.local:4318"))));
    }

    @Test
    void productionLogsForProgramsAndTheSandboxForPeople() throws BadSettings {
        assertThat(logOf(Assembly.PRODUCTION)).isEqualTo(Log.JSON);
        assertThat(logOf(Assembly.SANDBOX)).isEqualTo(Log.TEXT);
    }

    private static Log logOf(Assembly assembly) throws BadSettings {
        return read(production(), assembly).general().operations().log();
    }

    @Test
    void managementHasAPortOfItsOwn() {
        var variables = production();
        variables.put("AISHA_MANAGEMENT_PORT", "8080");

        assertRefused(variables, Assembly.PRODUCTION, "AISHA_MANAGEMENT_PORT");
    }
}
