package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;

/** Gives an avatar another name, in whatever state it is. */
public final class RenameAvatar {

    private final Avatars avatars;
    private final Transactions transactions;

    public RenameAvatar(Avatars avatars, Transactions transactions) {
        this.avatars = avatars;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Renamed(Avatar avatar) implements Outcome {}

        record BadName() implements Outcome {}

        record NameTaken(String name) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome rename(AvatarId id, UserId owner, String words) {
        return StartAvatar.nameIn(words)
                .map(name -> transactions.call(() -> avatars.lock(id, owner)
                        .map(avatar -> rename(avatar, name))
                        .orElseGet(Outcome.Unknown::new)))
                .orElseGet(Outcome.BadName::new);
    }

    private Outcome rename(Avatar avatar, String name) {
        var renamed = avatar.renamed(name);
        return avatars.save(renamed) ? new Outcome.Renamed(renamed) : new Outcome.NameTaken(name);
    }
}
