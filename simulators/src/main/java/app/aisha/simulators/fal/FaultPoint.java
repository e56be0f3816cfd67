package app.aisha.simulators.fal;

/** The part of the service where a {@link Fault} shows. */
public enum FaultPoint {
    SUBMIT,
    STATUS,
    STREAM,
    RESULT,
    CANCEL,
    /** Storage: asking for an upload address or a token. */
    INITIATE,
    /** Storage: the bytes themselves, whole or in parts. */
    UPLOAD,
    CDN,
    JWKS,
    PLATFORM
}
