package app.aisha.core.avatar;

/** Why a photo is not taken. */
public enum PhotoProblem {
    EMPTY,
    /** More than 20 MB. */
    TOO_LARGE,
    /** No picture at all: text, page, archive, sound, document. */
    NOT_A_PICTURE,
    HEIC,
    AVIF,
    GIF,
    /** Any other kind of picture: SVG, TIFF, BMP, PSD, … */
    OTHER_KIND,
    /** A picture that moves. */
    ANIMATED,
    BROKEN,
    /** Less than 512 pixels on the short side. */
    TOO_SMALL,
    /** More than 50 megapixels. */
    TOO_MANY_PIXELS,
    /** The very same file as one of the set. */
    SAME_FILE,
    /** The same picture as one of the set, saved again. */
    SAME_PICTURE,
    TOO_DARK,
    TOO_BRIGHT,
    NO_CONTRAST,
    BLURRED,
    NO_FACE,
    SEVERAL_FACES,
    /** Telegram does not hand it out any more. */
    GONE,
    /** We could not look at it; sending it again may help. */
    INTERNAL
}
