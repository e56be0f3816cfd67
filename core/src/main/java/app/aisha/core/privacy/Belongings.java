package app.aisha.core.privacy;

import app.aisha.core.wallet.Credits;

/**
 * How much there is of a person.
 *
 * @param recordings with their texts, in whatever state
 * @param documents made of them, answers to questions included
 * @param photos of all avatars
 * @param pictures that were finished
 * @param credits free and set aside
 * @param stars paid and not given back
 */
public record Belongings(
        int recordings, int documents, int avatars, int photos, int pictures, Credits credits, long stars) {}
