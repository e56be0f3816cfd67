/** The program: its commands, its two assemblies and what they have in common. */
@NullMarked
package app.aisha.app;

import org.jspecify.annotations.NullMarked;
