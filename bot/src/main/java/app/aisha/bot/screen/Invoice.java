package app.aisha.bot.screen;

/**
 * An invoice in Telegram Stars. The words of its screen are the description: 1 to 255 characters, shown without markup. All
 * strings are worded for the person already.
 *
 * @param title 1 to 32 characters
 * @param payload comes back with the payment, unseen by the person; 1 to 128 bytes
 * @param label of the button that pays
 * @param stars price, 1 to 10,000
 */
public record Invoice(String title, String payload, String label, int stars) implements Attachment {}
