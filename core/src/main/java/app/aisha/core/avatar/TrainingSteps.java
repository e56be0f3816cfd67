package app.aisha.core.avatar;

import java.util.Optional;

/** The steps of a training. */
public record TrainingSteps(
        AvatarTrainer trainer, TrainerRings rings, PrepareArchive archive, StoreModel store, EndTraining end) {

    /** The ticket of this training where the trainer named it in a call. */
    Optional<TrainingTicket> rung(AvatarId avatar, TrainingPlan plan) {
        return rings.request(avatar, plan.attempt())
                .map(request -> trainer.ticket(plan.recipe().backend(), request));
    }
}
