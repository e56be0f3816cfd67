package app.aisha.simulators.fal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force. Thread-safe. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    synchronized void add(Fault fault) {
        faults.add(fault);
    }

    synchronized Optional<Fault> take(FaultPoint point, String path) {
        for (var i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.at() == point && path.contains(fault.match())) {
                if (fault.times() == 1) {
                    faults.remove(i);
                } else if (fault.times() > 1) {
                    faults.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    synchronized void clear() {
        faults.clear();
    }
}
