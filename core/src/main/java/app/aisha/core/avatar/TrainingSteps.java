package app.aisha.core.avatar;

import java.time.Instant;
import java.util.Optional;

/** The steps of a training. */
public record TrainingSteps(
        AvatarTrainer trainer, TrainerRings rings, PrepareArchive archive, StoreModel store, EndTraining end) {

    /** The ticket of this training where the trainer named it in a call. */
    Optional<TrainingTicket> rung(AvatarId avatar, TrainingPlan plan) {
        return rings.request(avatar, plan.attempt())
                .map(request -> trainer.ticket(plan.recipe().backend(), request));
    }

    /** Keeps the id of a training that is not saved with it, as if the trainer had named it in a call. */
    void remember(Avatar.Training training, TrainingTicket ticket, Instant now) {
        var id = ticket.requestId();
        rings.keep(new TrainerRings.Ring(id, training.id(), training.plan().attempt(), false, "submit:" + id, now));
    }
}
