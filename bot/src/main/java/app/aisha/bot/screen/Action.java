package app.aisha.bot.screen;

/** What a button means. Each feature seals its own; every one has a {@link app.aisha.bot.wire.Wire} name. */
public interface Action {}
