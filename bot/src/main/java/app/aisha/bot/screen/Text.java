package app.aisha.bot.screen;

/**
 * Something said to a person. A record of a sealed set of its feature: its name picks the template in {@code
 * texts/<set>_<language>.properties}, its components fill the gaps. A component is a {@link String} (escaped), a number, a
 * {@link java.time.Duration}, a {@link java.time.ZonedDateTime} or another text.
 */
public interface Text {}
