package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What a person is told about changes that were made by hand. */
public sealed interface AdminNotice extends Notice {

    /**
     * The person's credits were changed; the audit log has the amount and the reason.
     *
     * @param order the order that was carried out
     */
    record CreditsChanged(UserId recipient, OrderId order) implements AdminNotice {

        @Override
        public String anchor() {
            return "admin:" + order.value();
        }

        @Override
        public boolean last() {
            return true;
        }
    }
}
