package app.aisha.core.avatar;

import app.aisha.core.account.OneLine;
import app.aisha.core.account.UserId;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Begins an avatar: from here on it is kept, whatever becomes of the dialog. */
public final class StartAvatar {

    public static final int SHORTEST_NAME = 2;
    public static final int LONGEST_NAME = 50;

    private final Avatars avatars;
    private final AvatarRules rules;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public StartAvatar(
            Avatars avatars, AvatarRules rules, Transactions transactions, TimeOrderedIds ids, InstantSource clock) {
        this.avatars = avatars;
        this.rules = rules;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Started(Avatar.Draft draft) implements Outcome {}

        /** Not {@value #SHORTEST_NAME} to {@value #LONGEST_NAME} characters. */
        record BadName() implements Outcome {}

        record NameTaken(String name) implements Outcome {}

        record TooMany(int limit) implements Outcome {}
    }

    public Outcome start(UserId owner, TrainingType type, Gender gender, String words) {
        return nameIn(words)
                .map(name -> transactions.call(() -> named(owner, type, gender, name)))
                .orElseGet(Outcome.BadName::new);
    }

    static Optional<String> nameIn(String words) {
        return OneLine.of(words, SHORTEST_NAME, LONGEST_NAME);
    }

    private Outcome named(UserId owner, TrainingType type, Gender gender, String name) {
        if (avatars.of(owner).size() >= rules.most()) {
            return new Outcome.TooMany(rules.most());
        }
        var sex = type == TrainingType.PORTRAIT ? gender : Gender.OTHER;
        var heading = new Avatar.Heading(
                new AvatarId(ids.next()), owner, name, type, sex, 0, Optional.empty(), false, clock.instant(), 1);
        var draft = new Avatar.Draft(heading, Optional.empty(), 0);
        return avatars.add(draft) ? new Outcome.Started(draft) : new Outcome.NameTaken(name);
    }
}
