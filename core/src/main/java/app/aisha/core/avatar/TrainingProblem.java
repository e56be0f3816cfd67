package app.aisha.core.avatar;

/** Why a training ended without an avatar; each is told to its owner in plain words. */
public enum TrainingProblem {
    /** The trainer found the photos unsuitable or forbidden. */
    CONTENT,
    /** The trainer could not read or use the archive. */
    PHOTOS_UNUSABLE,
    /** The trainer refused a parameter: our mistake. */
    REJECTED,
    /** The trainer broke down while it worked. */
    BROKE_DOWN,
    /** It took longer than it may. */
    TIMEOUT,
    /** It was stopped at the trainer. */
    STOPPED,
    /** The trainer lost it, or nobody can tell whether it was ever accepted. */
    LOST,
    /** The result is no usable model. */
    BAD_RESULT,
    /** The trainer cannot be used at present. */
    NO_SERVICE,
    /** A photo is no longer in our store. */
    PHOTO_GONE
}
