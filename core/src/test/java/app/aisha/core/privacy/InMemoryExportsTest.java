package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import java.util.UUID;

class InMemoryExportsTest implements ExportsContract {

    private final InMemoryExports exports = new InMemoryExports();

    @Override
    public Exports exports() {
        return exports;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }
}
