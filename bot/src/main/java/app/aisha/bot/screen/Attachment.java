package app.aisha.bot.screen;

/** What goes with the words of a screen, in one message or, of an album, before it. */
public sealed interface Attachment
        permits Album, Archive, Document, ExportedFile, Invoice, Original, Picture, StoredFile, StoredPicture {}
