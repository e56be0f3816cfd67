package app.aisha.core.privacy;

import app.aisha.core.work.Job;

/** Long work about what is kept of people. */
public sealed interface PrivacyJob extends Job {

    /** Writes a copy of everything, and takes it away again once it is old. */
    record Export(ExportId export) implements PrivacyJob {

        @Override
        public String subject() {
            return export.value().toString();
        }
    }

    /** Removes what is left outside the database of a person who left, and tells what was removed. */
    record RemoveTraces(ErasureId erasure) implements PrivacyJob {

        @Override
        public String subject() {
            return erasure.value().toString();
        }
    }
}
