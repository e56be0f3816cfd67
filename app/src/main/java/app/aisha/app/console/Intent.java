package app.aisha.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.Reason;
import app.aisha.core.work.TimeOrderedIds;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** How a change is asked for: the options of every command that gives an order. */
final class Intent {

    static final String APPLY = "change it; without this it is only shown";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "WORDS",
            description = "3 to 200 characters; the person reads them")
    private String reason = "";

    @Option(names = "--apply", description = APPLY)
    private boolean apply;

    @Option(
            names = "--key",
            paramLabel = "WORD",
            description = "a name of your own for this change; under one name it is made once")
    private Optional<String> key = Optional.empty();

    /** Empty where the words are too few or too many. */
    Optional<Reason> reason() {
        return Reason.of(reason);
    }

    /** False where the change is only to be shown. */
    boolean apply() {
        return apply;
    }

    OrderId order(TimeOrderedIds ids) {
        return new OrderId(key.map(word -> UUID.nameUUIDFromBytes(("console:" + word).getBytes(UTF_8)))
                .orElseGet(ids::next));
    }
}
