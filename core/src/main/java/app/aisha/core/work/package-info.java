/** What long work needs: jobs, transactions and the notices that tell a user how it went. */
@NullMarked
package app.aisha.core.work;

import org.jspecify.annotations.NullMarked;
