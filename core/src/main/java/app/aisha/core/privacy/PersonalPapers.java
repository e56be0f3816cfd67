package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import java.util.List;

/** What the database holds of a person, to be read by them. Thread-safe. */
public interface PersonalPapers {

    /** Names of the sheets there are, the same for everybody, in the order they are best read. */
    List<String> sheets();

    /**
     * A stretch of the rows of a sheet, oldest first, each an object of JSON on one line.
     *
     * @param from how many come before it
     * @return fewer than asked for where there are no more
     */
    List<String> rows(UserId person, String sheet, int from, int most);
}
