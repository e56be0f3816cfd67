package app.aisha.core.admin;

import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects what an administrator wants to know of a person. Changes nothing, not even the wallet of a newcomer. */
public final class ShowPerson {

    private static final int NAMESAKES = 5;

    /**
     * A person in numbers.
     *
     * @param since when the person first wrote
     * @param receipts the newest, newest first
     */
    public record Portrait(
            KnownPerson person, Instant since, Balance balance, int transcripts, List<Receipt> receipts) {

        public Portrait {
            receipts = List.copyOf(receipts);
        }
    }

    private final Users users;
    private final Wallets wallets;
    private final Receipts receipts;
    private final Transcripts transcripts;
    private final Transactions transactions;

    public ShowPerson(
            Users users, Wallets wallets, Receipts receipts, Transcripts transcripts, Transactions transactions) {
        this.users = users;
        this.wallets = wallets;
        this.receipts = receipts;
        this.transcripts = transcripts;
        this.transactions = transactions;
    }

    /** Empty where nobody has this id. */
    public Optional<Portrait> show(UserId id, int mostReceipts) {
        return transactions.rehearse(
                () -> users.find(id).flatMap(this::known).map(person -> portrait(person, mostReceipts)));
    }

    private Optional<KnownPerson> known(User user) {
        return users.search(Long.toString(user.chat().value()), NAMESAKES).stream()
                .filter(person -> person.user().id().equals(user.id()))
                .findAny();
    }

    private Portrait portrait(KnownPerson person, int mostReceipts) {
        var id = person.user().id();
        return new Portrait(
                person,
                TimeOrderedIds.madeAt(id.value()),
                wallets.of(id),
                transcripts.count(id),
                receipts.page(id, OptionalLong.empty(), mostReceipts).items());
    }
}
