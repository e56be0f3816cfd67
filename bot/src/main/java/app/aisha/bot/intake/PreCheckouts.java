package app.aisha.bot.intake;

/** Answers the questions that the platform asks before a payment. Thread-safe. */
@FunctionalInterface
public interface PreCheckouts {

    /** Answers, and throws nothing. Called on a thread of its own, beside whatever else is going on. */
    void answer(Reading.PreCheckout asked);
}
