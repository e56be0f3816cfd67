/** Tests of what the benchmarks reckon with. */
@NullMarked
package app.aisha.bench;

import org.jspecify.annotations.NullMarked;
