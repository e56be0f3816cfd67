package app.aisha.core.work;

import app.aisha.core.account.UserId;

/**
 * Something a person is told without having asked this moment. Each feature seals its own; the bot words it.
 *
 * <p>Notices of one anchor share one message: the first sends it, later ones edit it.
 */
public interface Notice {

    UserId recipient();

    String anchor();

    /** True for the notice that ends its anchor: it is never skipped and nothing replaces it. */
    boolean last();
}
