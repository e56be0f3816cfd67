package app.aisha.core.transcript;

/** The number of a search among its owner's. */
public record SearchNumber(int value) {}
