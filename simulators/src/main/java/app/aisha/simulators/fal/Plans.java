package app.aisha.simulators.fal;

import java.util.ArrayList;
import java.util.List;

/** What is planned for the submissions to come. Thread-safe. */
final class Plans {
    private final List<Plan> plans = new ArrayList<>();

    synchronized void add(Plan plan) {
        plans.add(plan);
    }

    synchronized Plan take(Model model) {
        for (var i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            if (plan.fits(model)) {
                if (plan.times() == 1) {
                    plans.remove(i);
                } else if (plan.times() > 1) {
                    plans.set(i, plan.times(plan.times() - 1));
                }
                return plan;
            }
        }
        return Plan.USUAL;
    }

    synchronized void clear() {
        plans.clear();
    }
}
