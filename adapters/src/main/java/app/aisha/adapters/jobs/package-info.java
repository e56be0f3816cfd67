/** Jobs that survive the process, by db-scheduler on PostgreSQL. */
@NullMarked
package app.aisha.adapters.jobs;

import org.jspecify.annotations.NullMarked;
