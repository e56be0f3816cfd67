/** Keeps media in a bucket of any S3 server. */
@NullMarked
package app.aisha.adapters.s3;

import org.jspecify.annotations.NullMarked;
