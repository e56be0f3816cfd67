package app.aisha.app.observe;

import app.aisha.core.work.Circuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which providers are known to do nothing at present. Thread-safe. */
public final class Circuits {

    private final Map<String, Circuit> circuits = new ConcurrentSkipListMap<>();
    private final MeterRegistry meters;

    public Circuits(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Has a provider watched under its name. */
    public void add(String provider, Circuit circuit) {
        circuits.put(provider, circuit);
        Gauge.builder("aisha.provider.circuit", circuit, it -> it.isOpen() ? 1 : 0)
                .description("1 while a provider is known to do nothing, else 0")
                .tag("provider", provider)
                .register(meters);
    }

    /** Those that are out. */
    public List<String> open() {
        return circuits.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen())
                .map(Map.Entry::getKey)
                .toList();
    }
}
