package app.aisha.bot.screen;

/** What an open dialog waits to hear. Each feature seals its own; every one has a {@link app.aisha.bot.wire.Wire} name. */
public interface Step {}
