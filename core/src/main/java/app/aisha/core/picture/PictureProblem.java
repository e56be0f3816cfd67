package app.aisha.core.picture;

/** Why there is no picture; each is told to its owner in plain words. */
public enum PictureProblem {
    /** The painter does not paint this, or found its own picture unfit to be seen. */
    CONTENT,
    /** The painter could not use the photos. */
    PHOTOS_UNUSABLE,
    /** The weights of the avatar are gone or unreadable for the painter. */
    MODEL_GONE,
    /** The painter refused a parameter: our mistake. */
    REJECTED,
    /** The painter broke down while it worked. */
    BROKE_DOWN,
    /** It took longer than it may. */
    TIMEOUT,
    /** It was stopped at the painter. */
    STOPPED,
    /** The painter lost it, or nobody can tell whether it was ever accepted. */
    LOST,
    /** The result is all black, cannot be opened, or has another size than was asked for. */
    BAD_RESULT,
    /** The painter cannot be used at present. */
    NO_SERVICE;

    /** Whether the same would be refused again. */
    public boolean isRefusal() {
        return switch (this) {
            case CONTENT, PHOTOS_UNUSABLE -> true;
            case MODEL_GONE, REJECTED, BROKE_DOWN, TIMEOUT, STOPPED, LOST, BAD_RESULT, NO_SERVICE -> false;
        };
    }
}
