package app.aisha.core.picture;

/** Names a style within all packs: lower-case letters, digits and dashes, at most 40 characters. */
public record StyleId(String value) {

    public StyleId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a style: " + value);
        }
    }
}
