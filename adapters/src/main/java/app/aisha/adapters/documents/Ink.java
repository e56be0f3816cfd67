package app.aisha.adapters.documents;

/**
 * How text looks on a page.
 *
 * @param size in points
 * @param leading from one baseline to the next, in points
 * @param gray 0 is black, 1 is white
 */
record Ink(Typeface face, float size, float leading, float gray) {}
