package app.aisha.bot.screen;

/** A button under a screen. */
public record Button(Text label, Action action) {}
