package app.aisha.core.wallet;

import java.util.List;
import java.util.Set;

/**
 * What was found by one look at the ledger.
 *
 * @param complete of these kinds nothing was left out, so what is not among the findings is not there
 */
public record Inspection(List<Finding> findings, Set<Finding.Kind> complete) {

    public Inspection {
        findings = List.copyOf(findings);
        complete = Set.copyOf(complete);
    }
}
