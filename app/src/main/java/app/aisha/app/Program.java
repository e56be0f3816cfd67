package app.aisha.app;

import app.aisha.app.observe.PlainLog;
import app.aisha.app.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program itself, the same in both assemblies; they differ in what the settings hold. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class Program {

    /** Returns once everything runs; closing the context drains and stops it. */
    public static ConfigurableApplicationContext start(Settings settings) {
        return new SpringApplicationBuilder(Program.class)
                .registerShutdownHook(false)
                .properties(properties(settings.general()))
                .initializers(context -> context.getBeanFactory().registerSingleton("settings", settings))
                .run();
    }

    private static Map<String, Object> properties(Settings.General general) {
        var operations = general.operations();
        var properties = new HashMap<String, Object>(Map.of(
                "server.port",
                general.ports().http(),
                "management.server.port",
                operations.port(),
                "management.server.address",
                operations.address().getHostAddress(),
                "logging.structured.format.console",
                switch (operations.log()) {
                    case JSON -> "ecs";
                    case TEXT -> PlainLog.class.getName();
                }));
        operations
                .traces()
                .ifPresent(receiver -> properties.put(
                        "management.opentelemetry.tracing.export.otlp.endpoint", receiver + "/v1/traces"));
        return properties;
    }
}
