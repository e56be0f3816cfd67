package app.aisha.core.avatar;

/**
 * Which trainer makes an avatar and which generator paints with it, kept with each avatar so that another pair can be
 * chosen later for new ones.
 *
 * @param trainer endpoint such as {@code fal-ai/flux-lora-portrait-trainer}
 * @param generator endpoint such as {@code fal-ai/flux-lora}
 * @param dialect how the trainer wants its input
 */
public record TrainerBackend(String trainer, String generator, Dialect dialect) {

    /** Which fields a trainer knows. */
    public enum Dialect {
        /** {@code images_data_url}, {@code trigger_phrase}, cropping and masks: flux-lora-portrait-trainer. */
        PORTRAIT,
        /** {@code images_data_url}, {@code trigger_word}, {@code is_style}: flux-lora-fast-training. */
        FAST,
        /** {@code image_data_url} and {@code default_caption}: the flux-2 and z-image trainers. */
        CAPTIONED
    }
}
