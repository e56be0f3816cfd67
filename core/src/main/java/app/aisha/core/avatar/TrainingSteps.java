package app.aisha.core.avatar;

/** The steps of a training. */
public record TrainingSteps(
        AvatarTrainer trainer, TrainerRings rings, PrepareArchive archive, StoreModel store, EndTraining end) {}
