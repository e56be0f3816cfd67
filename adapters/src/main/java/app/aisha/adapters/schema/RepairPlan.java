package app.aisha.adapters.schema;

import java.util.List;

/**
 * What can be done about a database, and what is left.
 *
 * @param remedies in the order in which they are taken
 */
public record RepairPlan(List<Remedy> remedies, List<Left> left) {

    public RepairPlan {
        remedies = List.copyOf(remedies);
        left = List.copyOf(left);
    }

    /** What a person has to decide about. */
    public record Left(String subject, String reason) {

        /** One line. */
        public String sentence() {
            return subject + ": " + reason;
        }
    }
}
