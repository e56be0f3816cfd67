package app.aisha.adapters.whisper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tensor as a model of certain dimensions has to have it.
 *
 * @param shape the fastest dimension first
 */
record Tensor(WeightType type, List<Integer> shape) {

    long bytes() {
        return type.bytes(shape.stream().mapToLong(Integer::longValue).reduce(1, (one, other) -> one * other));
    }

    /** Every tensor of a model by its name. */
    static Map<String, Tensor> all(Dimensions model) {
        return new Plan(model).draw();
    }

    private static final class Plan {

        private final Map<String, Tensor> tensors = new LinkedHashMap<>();
        private final Dimensions model;
        private final int state;
        private final WeightType convolutions;

        Plan(Dimensions model) {
            this.model = model;
            this.state = model.state();
            this.convolutions = model.weights() == WeightType.F32 ? WeightType.F32 : WeightType.F16;
        }

        Map<String, Tensor> draw() {
            put("encoder.positional_embedding", WeightType.F32, state, Dimensions.SOUND_CONTEXT);
            put("encoder.conv1.weight", convolutions, 3, model.bands(), state);
            put("encoder.conv1.bias", WeightType.F32, 1, state);
            put("encoder.conv2.weight", convolutions, 3, state, state);
            put("encoder.conv2.bias", WeightType.F32, 1, state);
            norm("encoder.ln_post");
            for (var layer = 0; layer < model.soundLayers(); layer++) {
                var block = "encoder.blocks." + layer + ".";
                attention(block + "attn");
                perceptron(block + "mlp");
            }
            put("decoder.positional_embedding", WeightType.F32, state, Dimensions.TEXT_CONTEXT);
            put("decoder.token_embedding.weight", model.weights(), state, model.vocabulary());
            norm("decoder.ln");
            for (var layer = 0; layer < model.textLayers(); layer++) {
                var block = "decoder.blocks." + layer + ".";
                attention(block + "attn");
                attention(block + "cross_attn");
                perceptron(block + "mlp");
            }
            return tensors;
        }

        private void attention(String name) {
            norm(name + "_ln");
            linear(name + ".query", state, state);
            put(name + ".key.weight", model.weights(), state, state);
            linear(name + ".value", state, state);
            linear(name + ".out", state, state);
        }

        private void perceptron(String name) {
            norm(name + "_ln");
            linear(name + ".0", state, 4 * state);
            linear(name + ".2", 4 * state, state);
        }

        private void norm(String name) {
            put(name + ".weight", WeightType.F32, state);
            put(name + ".bias", WeightType.F32, state);
        }

        private void linear(String name, int from, int to) {
            put(name + ".weight", model.weights(), from, to);
            put(name + ".bias", WeightType.F32, to);
        }

        private void put(String name, WeightType type, Integer... shape) {
            tensors.put(name, new Tensor(type, List.of(shape)));
        }
    }
}
