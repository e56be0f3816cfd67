package app.aisha.core.account;

/** Width to height of a picture. */
public enum AspectRatio {
    SQUARE("1:1"),
    PORTRAIT("3:4"),
    LANDSCAPE("4:3"),
    TALL("9:16"),
    WIDE("16:9");

    private final String wireName;

    AspectRatio(String wireName) {
        this.wireName = wireName;
    }

    /** Width, colon, height: the name that people and painting services use. */
    public String wireName() {
        return wireName;
    }
}
