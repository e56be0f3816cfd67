package app.aisha.app.wiring;

import app.aisha.core.digest.DigestJob;
import app.aisha.core.payment.PaymentJob;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.work.Job;
import java.util.Map;

/** What jobs are called in the database; for ever, because old rows keep their names. */
public final class JobNames {

    public static final Map<Class<? extends Job>, String> ALL = Map.of(
            TranscriptJob.Transcribe.class, WorkWiring.TRANSCRIBE,
            TranscriptJob.Continue.class, WorkWiring.CONTINUE,
            TranscriptJob.Lapse.class, WorkWiring.LAPSE,
            TranscriptJob.FillGaps.class, WorkWiring.FILL_GAPS,
            TranscriptJob.Erase.class, WorkWiring.ERASE,
            DigestJob.Make.class, WorkWiring.MAKE_DIGEST,
            PaymentJob.Refund.class, WorkWiring.REFUND);

    private JobNames() {}
}
