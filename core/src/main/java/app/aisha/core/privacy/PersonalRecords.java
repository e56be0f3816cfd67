package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the database holds of a person. Thread-safe; takes part in the caller's transaction.
 */
public interface PersonalRecords {

    /** Has the person to the caller until the transaction ends: nobody adds anything of theirs meanwhile. False where nobody is there. */
    boolean lock(UserId person);

    /** When the person became known; empty where nobody is there. */
    Optional<Instant> arrival(UserId person);

    /** How much there is; opens no wallet. All zero where nobody is there. */
    Belongings count(UserId person);

    /** Their requests at services far away, each once. */
    List<Trace> traces(UserId person);

    /** Subjects of jobs in line for the person or for anything of theirs. */
    Set<String> work(UserId person);

    /**
     * Removes the person and everything that names them, with the jobs that nobody has begun. What the books need stays and
     * names nobody.
     */
    void remove(UserId person);
}
