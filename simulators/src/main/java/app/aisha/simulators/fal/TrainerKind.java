package app.aisha.simulators.fal;

import java.util.ArrayList;
import java.util.List;

/** The trainers of the catalogue and what sets them apart. Prices are those of November 2026. */
enum TrainerKind {
    PORTRAIT("flux-lora-portrait-trainer", "images_data_url", "trigger_phrase", 10, 2_500, 0.0024),
    FAST("flux-lora-fast-training", "images_data_url", "trigger_word", 4, 1_000, 0.002),
    TURBO("turbo-flux-trainer", "images_data_url", "trigger_phrase", 10, 1_000, 0.0024),
    FLUX_2("flux-2-trainer", "image_data_url", "default_caption", 1, 1_000, 0.0064),
    Z_IMAGE("z-image-trainer", "image_data_url", "default_caption", 1, 1_000, 0.00226);

    private final String id;
    private final String archiveField;
    private final String triggerField;
    private final int fewestPhotos;
    private final int usualSteps;
    private final double pricePerStep;

    TrainerKind(
            String name,
            String archiveField,
            String triggerField,
            int fewestPhotos,
            int usualSteps,
            double pricePerStep) {
        this.id = "fal-ai/" + name;
        this.archiveField = archiveField;
        this.triggerField = triggerField;
        this.fewestPhotos = fewestPhotos;
        this.usualSteps = usualSteps;
        this.pricePerStep = pricePerStep;
    }

    String id() {
        return id;
    }

    String archiveField() {
        return archiveField;
    }

    String triggerField() {
        return triggerField;
    }

    int fewestPhotos() {
        return fewestPhotos;
    }

    int usualSteps() {
        return usualSteps;
    }

    double pricePerStep() {
        return pricePerStep;
    }

    /** The portrait trainer bills at least 1000 steps. */
    int fewestUnits() {
        return this == PORTRAIT ? 1_000 : 1;
    }

    String usualTrigger() {
        return this == TURBO ? "ohwx" : "";
    }

    /** Whether every photo needs a caption where there is no default one. */
    boolean wantsCaptions() {
        return this == FLUX_2 || this == Z_IMAGE;
    }

    boolean infersFormat() {
        return this == PORTRAIT || this == FAST;
    }

    List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(Field.needed(archiveField));
        fields.add(Field.text(triggerField));
        fields.add(Field.whole("steps", 1, 10_000));
        fields.addAll(ownFields());
        return fields;
    }

    private List<Field> ownFields() {
        return switch (this) {
            case PORTRAIT ->
                List.of(
                        Field.number("learning_rate", 0.000001, 0.001),
                        Field.flag("multiresolution_training"),
                        Field.flag("subject_crop"),
                        Field.flag("create_masks"),
                        Field.text("data_archive_format"),
                        Field.text("resume_from_checkpoint"));
            case FAST ->
                List.of(
                        Field.flag("create_masks"),
                        Field.flag("is_style"),
                        Field.flag("is_input_format_already_preprocessed"),
                        Field.text("data_archive_format"));
            case TURBO ->
                List.of(
                        Field.number("learning_rate", 0, 1),
                        Field.option("training_style", "subject", "style"),
                        Field.flag("face_crop"));
            case FLUX_2 ->
                List.of(Field.number("learning_rate", 0, 1), Field.option("output_lora_format", "fal", "comfy"));
            case Z_IMAGE ->
                List.of(
                        Field.number("learning_rate", 0, 1),
                        Field.option("training_type", "content", "style", "balanced"));
        };
    }
}
