package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import java.util.Optional;

/**
 * What people looked for, so that a button can lead back to it. The latest {@value #KEPT} of each person are kept.
 * Thread-safe; takes part in the caller's transaction.
 */
public interface Searches {

    int KEPT = 20;

    /** Keeps the words under a number of the owner's, which no other words of theirs will have. */
    SearchNumber keep(UserId owner, String words);

    /** Empty where the owner has no such search any more. */
    Optional<String> find(UserId owner, SearchNumber number);
}
