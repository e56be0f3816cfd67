/** Benchmark programs. */
@NullMarked
package app.aisha.bench;

import org.jspecify.annotations.NullMarked;
