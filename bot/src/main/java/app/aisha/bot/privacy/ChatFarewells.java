package app.aisha.bot.privacy;

import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.delivery.Messenger;
import app.aisha.bot.routing.Pages;
import app.aisha.core.privacy.Erasure;
import app.aisha.core.privacy.Farewells;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Last words by message. They go past the outbox, which is for people who are known. */
public final class ChatFarewells implements Farewells {

    private static final Logger LOG = LoggerFactory.getLogger(ChatFarewells.class);

    private final Messenger messenger;
    private final Pages pages;

    public ChatFarewells(Messenger messenger, Pages pages) {
        this.messenger = messenger;
        this.pages = pages;
    }

    @Override
    public Saying say(Erasure erasure) throws InterruptedException {
        var addressee = erasure.addressee();
        var page = pages.page(PrivacyScreens.farewell(erasure), addressee.language());
        return switch (messenger.send(addressee.chat(), page)) {
            case Delivery.Delivered _ -> new Saying.Said();
            case Delivery.Pause(var length) -> new Saying.Later(length, "too many messages");
            case Delivery.Unknown(var reason) -> new Saying.Later(Duration.ZERO, reason);
            case Delivery.Unreachable _, Delivery.NoSuchMessage _ -> new Saying.Impossible();
            case Delivery.Refused(var reason) -> {
                LOG.error(
                        "The last word on erasure {} is refused: {}",
                        erasure.id().value(),
                        reason);
                yield new Saying.Impossible();
            }
        };
    }
}
