package app.aisha.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.aisha.core.admin.OrderId;
import app.aisha.core.work.TimeOrderedIds;
import java.util.Optional;
import java.util.UUID;

/**
 * How a change is asked for.
 *
 * @param key the operator's own name of the change, under which it is made once
 * @param apply false where it is only to be shown
 */
record Intent(Optional<String> key, boolean apply) {

    OrderId order(TimeOrderedIds ids) {
        return new OrderId(key.map(word -> UUID.nameUUIDFromBytes(("console:" + word).getBytes(UTF_8)))
                .orElseGet(ids::next));
    }
}
