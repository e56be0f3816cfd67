package app.aisha.adapters.telegram;

import java.util.OptionalLong;

/**
 * How files come to us.
 *
 * @param diskReserve bytes of the disk that downloads leave free; empty for the smaller of 1 GB and 5 % of the disk
 */
public record DownloadSettings(FileSource source, OptionalLong diskReserve) {

    /** From Telegram's servers, with the usual reserve. */
    public static final DownloadSettings CLOUD = new DownloadSettings(new FileSource.Cloud(), OptionalLong.empty());
}
