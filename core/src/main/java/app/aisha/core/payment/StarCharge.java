package app.aisha.core.payment;

/**
 * Stars that Telegram took from a person for us.
 *
 * @param id Telegram's {@code telegram_payment_charge_id}, which is needed to give them back
 * @param stars more than none
 */
public record StarCharge(String id, int stars) {}
