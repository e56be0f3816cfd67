/** What a language model makes of a finished transcript: summary, to-do list, protocol, answers; each checked against it. */
@NullMarked
package app.aisha.core.digest;

import org.jspecify.annotations.NullMarked;
