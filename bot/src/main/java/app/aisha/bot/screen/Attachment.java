package app.aisha.bot.screen;

/** What goes with the words of a screen, in one message. */
public sealed interface Attachment permits Document, ExportedFile, Original, Picture, Invoice {}
