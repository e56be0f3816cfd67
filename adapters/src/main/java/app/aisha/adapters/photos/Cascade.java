package app.aisha.adapters.photos;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A trained cascade of Haar features as OpenCV writes it: stages of small trees, each looking at differences of sums over
 * rectangles of a window. Immutable.
 *
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 */
record Cascade(int width, int height, List<Stage> stages) {

    /** Whether every stage takes the window at this place for a face. */
    boolean isFaceAt(int x, int y, Sums sums) {
        var area = (width - 2) * (height - 2);
        var sum = (double) sums.of(x + 1, y + 1, width - 2, height - 2);
        var spread = area * (double) sums.ofSquares(x + 1, y + 1, width - 2, height - 2) - sum * sum;
        if (spread <= 0) {
            return false;
        }
        var unit = Math.sqrt(spread);
        for (var stage : stages) {
            if (!stage.passes(x, y, sums, unit)) {
                return false;
            }
        }
        return true;
    }

    /** A window that stays below the threshold of any stage shows no face. */
    record Stage(double threshold, List<Tree> trees) {

        private boolean passes(int x, int y, Sums sums, double unit) {
            var votes = 0.0;
            for (var tree : trees) {
                votes += tree.vote(x, y, sums, unit);
            }
            return votes >= threshold;
        }
    }

    /** Asks one feature after the other; the answers lead to a leaf. */
    static final class Tree {

        private final Feature[] features;
        private final int[] ways;
        private final double[] thresholds;
        private final double[] leaves;

        /** Nodes are {@code left right feature threshold} one after the other; a way of 0 or less is the number of a leaf. */
        private Tree(double[] nodes, double[] leaves, List<Feature> all) {
            var count = nodes.length / NODE;
            this.features = new Feature[count];
            this.ways = new int[2 * count];
            this.thresholds = new double[count];
            this.leaves = leaves;
            for (var node = 0; node < count; node++) {
                ways[2 * node] = (int) nodes[NODE * node];
                ways[2 * node + 1] = (int) nodes[NODE * node + 1];
                features[node] = all.get((int) nodes[NODE * node + 2]);
                thresholds[node] = nodes[NODE * node + 3];
            }
        }

        private double vote(int x, int y, Sums sums, double unit) {
            var node = 0;
            do {
                var isBelow = features[node].value(x, y, sums) < thresholds[node] * unit;
                node = ways[2 * node + (isBelow ? 0 : 1)];
            } while (node > 0);
            return leaves[-node];
        }
    }

    /** Weighed sums over some rectangles. */
    static final class Feature {

        private final int[] places;
        private final double[] weights;

        /** Rectangles are {@code left top width height weight}. */
        private Feature(List<double[]> rectangles) {
            this.places = new int[4 * rectangles.size()];
            this.weights = new double[rectangles.size()];
            for (var each = 0; each < weights.length; each++) {
                var rectangle = rectangles.get(each);
                for (var i = 0; i < 4; i++) {
                    places[4 * each + i] = (int) rectangle[i];
                }
                weights[each] = rectangle[4];
            }
        }

        private double value(int x, int y, Sums sums) {
            var value = 0.0;
            for (var each = 0; each < weights.length; each++) {
                var at = 4 * each;
                value += weights[each] * sums.of(x + places[at], y + places[at + 1], places[at + 2], places[at + 3]);
            }
            return value;
        }
    }

    private static final int NODE = 4;

    /** Of a file that comes along. */
    static Cascade read(InputStream xml) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Reading(factory.createXMLStreamReader(xml)).cascade();
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException("No cascade", e);
        }
    }

    private static final class Reading {

        private final XMLStreamReader xml;
        private final List<Double> thresholds = new ArrayList<>();
        private final List<List<double[]>> stages = new ArrayList<>();
        private List<double[]> stage = new ArrayList<>();
        private final List<Feature> features = new ArrayList<>();
        private final List<double[]> rectangles = new ArrayList<>();
        private int width;
        private int height;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        Cascade cascade() throws XMLStreamException, IOException {
            var text = "";
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> text = "";
                    case XMLStreamReader.CHARACTERS -> text = xml.getText();
                    case XMLStreamReader.END_ELEMENT -> {
                        end(xml.getLocalName(), text);
                        text = "";
                    }
                    default -> {
                        // Comments.
                    }
                }
            }
            if (width == 0 || height == 0 || stages.isEmpty() || features.isEmpty()) {
                throw new IOException("No cascade");
            }
            return new Cascade(
                    width,
                    height,
                    IntStream.range(0, stages.size()).mapToObj(this::stage).toList());
        }

        /** Its features stand at the end of the file. */
        private Stage stage(int number) {
            var numbers = stages.get(number);
            var trees = IntStream.range(0, numbers.size() / 2)
                    .mapToObj(tree -> new Tree(numbers.get(2 * tree), numbers.get(2 * tree + 1), features))
                    .toList();
            return new Stage(thresholds.get(number), trees);
        }

        private void end(String name, String text) throws IOException {
            switch (name) {
                case "width" -> width = Integer.parseInt(text.strip());
                case "height" -> height = Integer.parseInt(text.strip());
                case "stageThreshold" -> thresholds.add(Double.parseDouble(text.strip()));
                case "internalNodes", "leafValues" -> stage.add(numbers(text));
                case "weakClassifiers" -> {
                    stages.add(stage);
                    stage = new ArrayList<>();
                }
                case "rects" -> {
                    features.add(new Feature(rectangles));
                    rectangles.clear();
                }
                case "_" -> {
                    if (!text.isBlank()) {
                        rectangles.add(numbers(text));
                    }
                }
                case "tilted" -> {
                    if (!text.strip().equals("0")) {
                        throw new IOException("Tilted features are not known");
                    }
                }
                default -> {
                    // Counts, which follow from the rest.
                }
            }
        }

        private static double[] numbers(String text) {
            return List.of(text.strip().split("\\s+")).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
