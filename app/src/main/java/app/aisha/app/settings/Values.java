package app.aisha.app.settings;

/** Checks that several settings share; a value that fails is malformed. */
final class Values {

    private Values() {}

    static int within(String value, int least, int most) {
        var number = Integer.parseInt(value);
        return require(number, number >= least && number <= most);
    }

    static <T> T require(T value, boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("malformed");
        }
        return value;
    }
}
