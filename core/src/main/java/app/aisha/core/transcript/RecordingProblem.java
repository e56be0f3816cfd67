package app.aisha.core.transcript;

/** Why a recording could not be turned into text, each with its own words for the user. */
public enum RecordingProblem {
    /** The file has no bytes. */
    EMPTY,
    /** The bytes are neither audio nor video, whatever the name says. */
    NOT_A_RECORDING,
    /** A video or container without a sound track. */
    NO_SOUND_TRACK,
    /** Less than a tenth of a second of sound. */
    TOO_SHORT,
    /** Longer than the configured limit. */
    TOO_LONG,
    /** Larger than Telegram hands out to bots. */
    TOO_LARGE,
    /** Damaged or cut off so that the sound cannot be read. */
    BROKEN,
    /** Telegram does not have the file any more. */
    GONE,
    /** The recognition service refuses this recording for good. */
    REFUSED,
    /** The recognition service was not available until the deadline. */
    NO_SERVICE,
    /** A text or a document larger than is read. */
    TEXT_TOO_LONG,
    /** A text or a document without a word in it. */
    NO_WORDS,
    /** A document that is damaged or built like no document is. */
    DOCUMENT_BROKEN,
    /** A document under a password. */
    DOCUMENT_LOCKED,
    /** A document of a kind that is not read, one with macros among them. */
    DOCUMENT_UNKNOWN,
    /** An error of our own. */
    INTERNAL
}
