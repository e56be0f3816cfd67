/** Documents to keep outside the chat: what stands in them, free of any format, and how it is written into a file. */
@NullMarked
package app.aisha.core.document;

import org.jspecify.annotations.NullMarked;
