package app.aisha.app.wiring;

import static java.util.Map.entry;

import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.digest.DigestJob;
import app.aisha.core.payment.PaymentJob;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.privacy.PrivacyJob;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.work.Job;
import java.util.Map;

/** What jobs are called in the database; for ever, because old rows keep their names. */
public final class JobNames {

    public static final Map<Class<? extends Job>, String> ALL = Map.ofEntries(
            entry(TranscriptJob.Transcribe.class, WorkWiring.TRANSCRIBE),
            entry(TranscriptJob.Continue.class, WorkWiring.CONTINUE),
            entry(TranscriptJob.Lapse.class, WorkWiring.LAPSE),
            entry(TranscriptJob.FillGaps.class, WorkWiring.FILL_GAPS),
            entry(TranscriptJob.Erase.class, WorkWiring.ERASE),
            entry(DigestJob.Make.class, WorkWiring.MAKE_DIGEST),
            entry(AvatarJob.CheckPhoto.class, WorkWiring.CHECK_PHOTO),
            entry(AvatarJob.Train.class, WorkWiring.TRAIN),
            entry(AvatarJob.Rung.class, WorkWiring.RUNG),
            entry(AvatarJob.Stop.class, WorkWiring.STOP_TRAINING),
            entry(AvatarJob.DropPhotos.class, WorkWiring.DROP_PHOTOS),
            entry(AvatarJob.RemoveFiles.class, WorkWiring.REMOVE_AVATAR),
            entry(PictureJob.Compose.class, WorkWiring.COMPOSE),
            entry(PictureJob.Paint.class, WorkWiring.PAINT),
            entry(PictureJob.Stop.class, WorkWiring.STOP_PAINTING),
            entry(PictureJob.RemoveFiles.class, WorkWiring.REMOVE_PICTURE),
            entry(PictureJob.RemovePhotos.class, WorkWiring.REMOVE_PHOTOS),
            entry(AvatarJob.Forget.class, WorkWiring.FORGET_TRAINING),
            entry(AvatarJob.Discard.class, WorkWiring.DISCARD_TRAINING),
            entry(PictureJob.Discard.class, WorkWiring.DISCARD_PAINTING),
            entry(PictureJob.Forget.class, WorkWiring.FORGET_PAINTING),
            entry(PrivacyJob.Export.class, WorkWiring.EXPORT),
            entry(PrivacyJob.RemoveTraces.class, WorkWiring.REMOVE_TRACES),
            entry(PaymentJob.Refund.class, WorkWiring.REFUND));

    private JobNames() {}
}
