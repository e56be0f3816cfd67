package app.aisha.adapters.jobs;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Has a scheduler take rows of its own kinds only. By itself it takes whatever is due and finds out afterwards that it knows no
 * work for it; the row is then lost until its heartbeat runs out.
 */
final class OwnRows extends PostgreSqlJdbcCustomization {

    private final String condition;

    /** Names are ours and hold nothing but letters, digits and dashes. */
    OwnRows(Collection<String> names) {
        super(true, false);
        if (!names.stream().allMatch(name -> name.matches("[A-Za-z0-9-]+"))) {
            throw new IllegalArgumentException("A name of jobs is letters, digits and dashes, not one of " + names);
        }
        this.condition = names.stream().collect(Collectors.joining("', '", " AND task_name IN ('", "')"));
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        return super.createGenericSelectForUpdateQuery(
                tableName, limit, requiredAndCondition + condition, orderByPriority);
    }
}
