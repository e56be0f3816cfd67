package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import java.util.Optional;

/** Orders that wait for their confirmation. Thread-safe; takes part in the caller's transaction. */
public interface Proposals {

    void add(Proposal proposal);

    /** The administrator's proposal; empty also where it is somebody else's. */
    Optional<Proposal> find(OrderId id, ChatId admin);

    /** Forgets the administrator's proposal; does nothing where there is none. */
    void withdraw(OrderId id, ChatId admin);
}
