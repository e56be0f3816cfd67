package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What a person is told of their copy. */
public sealed interface PrivacyNotice extends Notice {

    ExportId export();

    @Override
    default boolean last() {
        return true;
    }

    /**
     * A part of it is there.
     *
     * @param part from 1
     */
    record ExportReady(UserId recipient, ExportId export, int part) implements PrivacyNotice {

        @Override
        public String anchor() {
            return "export:%s:%d".formatted(export.value(), part);
        }
    }

    /** It could not be written. */
    record ExportFailed(UserId recipient, ExportId export) implements PrivacyNotice {

        @Override
        public String anchor() {
            return "export:%s:failed".formatted(export.value());
        }
    }
}
