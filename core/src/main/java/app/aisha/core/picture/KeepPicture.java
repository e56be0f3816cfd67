package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.StorageUnavailable;
import app.aisha.core.work.Transactions;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what its owner and Telegram say of a finished picture. */
public final class KeepPicture {

    private static final Logger LOG = LoggerFactory.getLogger(KeepPicture.class);

    private final Pictures pictures;
    private final Transactions transactions;

    public KeepPicture(Pictures pictures, Transactions transactions) {
        this.pictures = pictures;
        this.transactions = transactions;
    }

    /** What it met. */
    public sealed interface Outcome {

        record Kept(Picture.Ready picture) implements Outcome {}

        /** There is no finished picture of this id. */
        record Unknown() implements Outcome {}
    }

    /** Marks it as a favourite of its owner's, or no more. Safe to call any number of times. */
    public Outcome favourite(PictureId id, UserId owner, boolean chosen) {
        return change(id, owner, ready -> ready.favourite() == chosen ? ready : ready.favourite(chosen));
    }

    /**
     * Remembers by what Telegram knows it. Where that cannot be written down, it is left: the picture is with its owner already,
     * and the next time it is uploaded again.
     *
     * @param file its {@code file_id}
     */
    public void sent(PictureId id, UserId owner, String file) {
        try {
            change(
                    id,
                    owner,
                    ready -> ready.telegramFile().filter(file::equals).isPresent() ? ready : ready.sent(file));
        } catch (StaleState | StorageUnavailable e) {
            LOG.warn("The file of picture {} is not remembered: {}", id.value(), e.getMessage());
        }
    }

    private Outcome change(PictureId id, UserId owner, UnaryOperator<Picture.Ready> step) {
        try {
            return changeOnce(id, owner, step);
        } catch (StaleState _) {
            return changeOnce(id, owner, step);
        }
    }

    private Outcome changeOnce(PictureId id, UserId owner, UnaryOperator<Picture.Ready> step) {
        return transactions.call(() -> {
            if (!(pictures.find(id, owner).orElse(null) instanceof Picture.Ready ready)) {
                return new Outcome.Unknown();
            }
            var changed = step.apply(ready);
            if (!changed.equals(ready)) {
                pictures.save(changed);
            }
            return new Outcome.Kept(changed);
        });
    }
}
