package app.aisha.app.wiring;

import app.aisha.adapters.openai.OpenAiDigester;
import app.aisha.adapters.openai.TextService;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.Circuits;
import app.aisha.app.observe.WatchedDigester;
import app.aisha.app.settings.Settings;
import app.aisha.core.digest.Digester;
import app.aisha.core.work.OperatorAlarm;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service that reads and writes. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {

    @Bean
    TextSettings textSettings(Settings settings) {
        var text = settings.text().orElseThrow();
        return new TextSettings(
                text.baseUrl(), text.key(), text.model(), settings.general().proxy(), text.context(), text.pause());
    }

    @Bean
    TextService textService(TextSettings settings, OperatorAlarm alarm, InstantSource clock, Circuits circuits) {
        var service = new TextService(settings, alarm, clock);
        circuits.add("text", service.circuit());
        return service;
    }

    @Bean
    Digester digester(TextService service, Calls calls) {
        return new WatchedDigester(new OpenAiDigester(service), calls);
    }
}
