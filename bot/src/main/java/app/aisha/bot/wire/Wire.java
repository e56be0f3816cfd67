package app.aisha.bot.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a record on the wire. It is for ever: old messages keep their buttons, old rows their notices. The lists in
 * {@code wire-names.approved.txt} make a change visible.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {

    /** Lower case letters, digits and dots. */
    String value();
}
