package app.aisha.core.avatar;

/**
 * How an avatar is trained.
 *
 * @param steps 1 to 10,000
 * @param learningRate 0.000001 to 1; sent where the dialect knows it
 * @param style whether a style is learnt instead of a subject
 */
public record TrainingRecipe(
        TrainerBackend backend,
        int steps,
        double learningRate,
        boolean multiresolution,
        boolean subjectCrop,
        boolean createMasks,
        boolean style) {}
