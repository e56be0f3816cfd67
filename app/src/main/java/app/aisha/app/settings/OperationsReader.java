package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.AISHA_LOG;
import static app.aisha.app.settings.Setting.AISHA_MANAGEMENT_ADDRESS;
import static app.aisha.app.settings.Setting.AISHA_MANAGEMENT_PORT;
import static app.aisha.app.settings.Setting.AISHA_PORT;
import static app.aisha.app.settings.Setting.OTEL_EXPORTER_OTLP_ENDPOINT;

import app.aisha.app.settings.Operations.Log;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.net.InetAddress;
import java.util.Locale;

/** Reads how the program is looked at. */
final class OperationsReader {

    private static final int USUAL_PORT = 8082;

    private final Environment environment;

    OperationsReader(Environment environment) {
        this.environment = environment;
    }

    /**
     * Management is never on the port that strangers reach.
     *
     * @param http the port of health and webhook
     */
    Operations read(Assembly assembly, int http) {
        var port = environment
                .as(AISHA_MANAGEMENT_PORT, "a port from 0 to 65535", value -> Values.within(value, 0, 65_535))
                .orElse(USUAL_PORT);
        if (port != 0 && port == http) {
            environment.problem(AISHA_MANAGEMENT_PORT, "is the same as " + AISHA_PORT);
        }
        return new Operations(
                environment
                        .as(AISHA_MANAGEMENT_ADDRESS, "an IP address such as 127.0.0.1", InetAddress::ofLiteral)
                        .orElseGet(InetAddress::getLoopbackAddress),
                port,
                environment.as(AISHA_LOG, "json or text", OperationsReader::log).orElse(usual(assembly)),
                environment.address(OTEL_EXPORTER_OTLP_ENDPOINT));
    }

    private static Log log(String value) {
        return Log.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private static Log usual(Assembly assembly) {
        return switch (assembly) {
            case SANDBOX -> Log.TEXT;
            case PRODUCTION -> Log.JSON;
        };
    }
}
