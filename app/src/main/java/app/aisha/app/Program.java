package app.aisha.app;

import app.aisha.app.settings.Settings;
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
                .properties(Map.of("server.port", settings.general().ports().http()))
                .initializers(context -> context.getBeanFactory().registerSingleton("settings", settings))
                .run();
    }
}
