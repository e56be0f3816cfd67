package app.aisha.core.checkup;

import java.util.List;

/**
 * Looks at one thing the program depends on. Spends no money and leaves nothing behind. Waits for others, so the caller
 * bounds it by an interrupt.
 */
public interface Checkup {

    /** What is looked at, in one or two words of English. */
    String subject();

    /** What was found, at least one thing. Whatever is wrong outside is a finding; nothing secret is in any of them. */
    List<Finding> findings() throws InterruptedException;
}
