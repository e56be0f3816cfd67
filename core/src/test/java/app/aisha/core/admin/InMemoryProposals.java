package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Proposals in a map. */
public final class InMemoryProposals implements Proposals, Restorable {

    private final Map<OrderId, Proposal> all = new HashMap<>();

    @Override
    public synchronized void add(Proposal proposal) {
        all.put(proposal.id(), proposal);
    }

    @Override
    public synchronized Optional<Proposal> find(OrderId id, ChatId admin) {
        return Optional.ofNullable(all.get(id))
                .filter(proposal -> proposal.admin().equals(admin));
    }

    @Override
    public synchronized void withdraw(OrderId id, ChatId admin) {
        find(id, admin).ifPresent(_ -> all.remove(id));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new HashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<OrderId, Proposal> before) {
        all.clear();
        all.putAll(before);
    }
}
