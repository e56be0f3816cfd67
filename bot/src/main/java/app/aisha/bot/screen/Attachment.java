package app.aisha.bot.screen;

/** What goes with the words of a screen, in one message. */
public sealed interface Attachment permits Archive, Document, ExportedFile, Invoice, Original, Picture, StoredPicture {}
