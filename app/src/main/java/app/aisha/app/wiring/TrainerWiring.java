package app.aisha.app.wiring;

import app.aisha.adapters.fal.FalAvatarTrainer;
import app.aisha.adapters.fal.FalReceiver;
import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.fal.FalWebhook;
import app.aisha.adapters.http.ServicePause;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.Circuits;
import app.aisha.app.settings.Settings;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.work.OperatorAlarm;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FAL, and what tells its calls from others. */
@Configuration(proxyBeanMethods = false)
class TrainerWiring {

    @Bean
    FalSettings falSettings(Settings settings) {
        var trainer = settings.trainer().orElseThrow();
        return new FalSettings(
                trainer.key(),
                trainer.roots(),
                FalSettings.FAL_FILES,
                FalSettings.Timeouts.USUAL,
                settings.general().proxy(),
                Duration.ofMinutes(1));
    }

    /** One for all that is paid for at FAL; as a circuit it keeps credits from being set aside for nothing. */
    @Bean
    ServicePause falPause(FalSettings settings, OperatorAlarm alarm, InstantSource clock, Circuits circuits) {
        var pause = new ServicePause(alarm, settings.pause(), clock);
        circuits.add("fal", pause);
        return pause;
    }

    @Bean
    FalMeter falMeter(MeterRegistry meters, Calls calls) {
        return new FalMeter(meters, calls);
    }

    @Bean
    AvatarTrainer avatarTrainer(FalSettings settings, ServicePause falPause, InstantSource clock, FalMeter falMeter) {
        return new MeteredTrainer(new FalAvatarTrainer(settings, falPause, clock), falMeter);
    }

    @Bean
    FalReceiver falReceiver(FalSettings settings, HearTrainer hearTrainer, InstantSource clock) {
        return new FalReceiver(new FalWebhook(settings, clock), hearTrainer, clock);
    }
}
