package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything the ledger did to a person's wallet. Thread-safe. */
public interface Receipts {

    /**
     * A page, newest first.
     *
     * @param from number of the newest to show; empty for the first page
     */
    Page page(UserId owner, OptionalLong from, int size);

    Optional<Receipt> find(UserId owner, long number);

    /**
     * A page of receipts.
     *
     * @param newer where the page before this one begins; empty on the first page
     * @param older where the page after this one begins; empty on the last page
     */
    record Page(List<Receipt> items, OptionalLong newer, OptionalLong older) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
