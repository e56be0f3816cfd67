package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresBacklog;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.redis.RedisLink;
import app.aisha.app.observe.Backlog;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.Circuits;
import app.aisha.app.observe.Stores;
import app.aisha.app.observe.Traces;
import app.aisha.core.media.MediaStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What is watched everywhere. */
@Configuration(proxyBeanMethods = false)
class ObserveWiring {

    private static final int AT_ONCE = 8;
    private static final int FAREWELL_SECONDS = 5;

    /** Boot's own on virtual threads has one thread for all of them, and a store that hangs would stop every look. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(AT_ONCE);
        scheduler.setThreadNamePrefix("again-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(FAREWELL_SECONDS);
        return scheduler;
    }

    @Bean
    Traces traces(Tracer tracer) {
        return new Traces(tracer);
    }

    @Bean
    Calls calls(MeterRegistry meters, Traces traces) {
        return new Calls(meters, traces);
    }

    @Bean
    Circuits circuits(MeterRegistry meters) {
        return new Circuits(meters);
    }

    @Bean
    Backlog backlog(PostgresDatabase database, MeterRegistry meters) {
        return new Backlog(new PostgresBacklog(database), meters, JobNames.ALL.values());
    }

    @Bean
    Stores stores(MediaStore media, StoresWiring.Redis redis, MeterRegistry meters) {
        return new Stores(media, redis.link().map(ObserveWiring::asking), meters);
    }

    private static BooleanSupplier asking(RedisLink link) {
        return link::answers;
    }
}
