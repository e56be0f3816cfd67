package app.aisha.core.avatar;

/** Of the person in a portrait, as their owner says; goes into prompts. Styles and objects are {@link #OTHER}. */
public enum Gender {
    MALE,
    FEMALE,
    OTHER
}
