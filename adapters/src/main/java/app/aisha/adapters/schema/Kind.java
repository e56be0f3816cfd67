package app.aisha.adapters.schema;

import java.util.Locale;

/** What a schema consists of, in the order in which it can be made. */
public enum Kind {
    EXTENSION,
    TYPE,
    SEQUENCE,
    TABLE,
    COLUMN,
    FUNCTION,
    VIEW,
    INDEX,
    CONSTRAINT,
    TRIGGER,
    RULE,
    POLICY,
    MIGRATION;

    /** The word for people and machines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
