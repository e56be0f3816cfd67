package app.aisha.app.wiring;

import app.aisha.adapters.openai.OpenAiDigester;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.app.settings.Settings;
import app.aisha.core.digest.Digester;
import app.aisha.core.work.OperatorAlarm;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service that reads transcripts and writes what people want of them. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {

    @Bean
    Digester digester(Settings settings, OperatorAlarm alarm, InstantSource clock) {
        var text = settings.text().orElseThrow();
        return new OpenAiDigester(
                new TextSettings(
                        text.baseUrl(),
                        text.key(),
                        text.model(),
                        settings.general().proxy(),
                        text.context(),
                        text.pause()),
                alarm,
                clock);
    }
}
