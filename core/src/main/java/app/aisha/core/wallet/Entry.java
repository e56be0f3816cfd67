package app.aisha.core.wallet;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One side of a ledger transaction.
 *
 * @param amount what the account gains, negative for what it loses; never zero
 */
public record Entry(Account account, long amount) {

    public Entry {
        if (amount == 0) {
            throw new IllegalArgumentException("An entry of nothing on " + account);
        }
    }

    /** One entry for each account, in the order of the accounts; an account that gains as much as it loses has none. */
    public static List<Entry> merged(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(Entry::account, TreeMap::new, Collectors.summingLong(Entry::amount)))
                .entrySet()
                .stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Entry(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Both sides of a transfer; none where there is nothing to move. */
    public static List<Entry> move(Account from, Account to, Credits amount) {
        return amount.isNone() ? List.of() : List.of(new Entry(from, -amount.amount()), new Entry(to, amount.amount()));
    }
}
