package app.aisha.adapters.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Whom the server runs as. PostgreSQL refuses to run as root; root therefore hides its number in a user namespace, or
 * becomes the owner of the data, or nobody.
 */
sealed interface ServerAccount {

    int NOBODY = 65_534;

    /** What goes before a program's command line. */
    List<String> prefix();

    /** What a person may do where programs do not run under this account, as a part of a sentence. */
    default String remedy() {
        return "";
    }

    record Self() implements ServerAccount {

        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    record RootUnseen() implements ServerAccount {

        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }
    }

    record Lesser(int uid) implements ServerAccount {

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        }

        @Override
        public String remedy() {
            return " by user %d, who stands in for root here; choose a data folder everyone may enter or start as an ordinary user"
                    .formatted(uid);
        }
    }

    static long ownUid() {
        return new UnixSystem().getUid();
    }

    /**
     * The account that can run a server on the data.
     *
     * @param self number of the user who starts the server
     * @param owner whose the data is, empty where there is none yet
     */
    static ServerAccount choose(long self, OptionalInt owner, BooleanSupplier namespacesWork)
            throws PostgresNotStarted {
        if (self != 0) {
            if (owner.isPresent() && owner.getAsInt() != self) {
                throw new PostgresNotStarted(
                        "The data of the embedded PostgreSQL belongs to user %d and you are user %d; start as that user or choose another data folder."
                                .formatted(owner.getAsInt(), self));
            }
            return new Self();
        }
        if (owner.isPresent() && owner.getAsInt() != 0) {
            return new Lesser(owner.getAsInt());
        }
        return namespacesWork.getAsBoolean() ? new RootUnseen() : new Lesser(NOBODY);
    }
}
