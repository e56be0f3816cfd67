package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What administrators are told about the ledger. */
public sealed interface LedgerNotice extends Notice {

    /** Something is wrong that was not before. */
    record Found(UserId recipient, FindingId finding) implements LedgerNotice {

        @Override
        public String anchor() {
            return "finding:%s:%s".formatted(finding.value(), recipient.value());
        }

        @Override
        public boolean last() {
            return true;
        }
    }
}
