/** What those who run the program see of it: metrics, traces, lines of the log and health. */
@NullMarked
package app.aisha.app.observe;

import org.jspecify.annotations.NullMarked;
