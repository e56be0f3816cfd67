/** Administration: what people with the right to do so change by hand, and the log of all of it. */
@NullMarked
package app.aisha.core.admin;

import org.jspecify.annotations.NullMarked;
