package app.aisha.core.digest;

/** Why a digest could not be made. */
public enum DigestProblem {
    /** The model would not do it. */
    REFUSED,
    /** Nothing the model wrote could be read, or nothing of it could be found in the transcript. */
    UNFOUNDED,
    /** The service did not answer for too long. */
    NO_SERVICE,
    /** The transcript was deleted meanwhile. */
    GONE,
    /** A fault of ours. */
    INTERNAL
}
