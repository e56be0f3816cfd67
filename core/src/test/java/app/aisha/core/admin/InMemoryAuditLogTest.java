package app.aisha.core.admin;

class InMemoryAuditLogTest implements AuditLogContract {

    private final AuditLog log = new InMemoryAuditLog();

    @Override
    public AuditLog log() {
        return log;
    }
}
