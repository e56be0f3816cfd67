package app.aisha.core.wallet;

class InMemoryLedgerFindingsTest implements LedgerFindingsContract {

    private final LedgerFindings findings = new InMemoryLedgerFindings();

    @Override
    public LedgerFindings findings() {
        return findings;
    }
}
