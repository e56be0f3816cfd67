package app.aisha.core.work;

/** What became of the download of a file that a service made for us. */
public sealed interface Fetched {

    record Stored(long bytes) implements Fetched {}

    /** The address is not one that files of this service come from, or the file is empty, gone, or larger than allowed. */
    record Unusable(String why) implements Fetched {}
}
