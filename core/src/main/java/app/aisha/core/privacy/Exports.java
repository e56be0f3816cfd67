package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import java.util.Optional;

/** Copies that people asked for, one for each person. Thread-safe; takes part in the caller's transaction. */
public interface Exports {

    /** False where the person has one already, whatever its state. */
    boolean add(Export.Asked export);

    /** False where it is not there any more, because its owner left. */
    boolean save(Export.Ready export);

    Optional<Export> find(ExportId id);

    Optional<Export> of(UserId owner);

    void remove(ExportId id);
}
