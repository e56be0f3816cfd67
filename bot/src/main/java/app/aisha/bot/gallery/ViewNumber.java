package app.aisha.bot.gallery;

/** Stands for a {@link View} on buttons, because its words do not fit there. */
public record ViewNumber(int value) {

    public ViewNumber {
        if (value < 0) {
            throw new IllegalArgumentException("Not a view: " + value);
        }
    }
}
