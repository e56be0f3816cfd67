package app.aisha.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table with the load it was measured under. Not thread-safe. */
final class Figures {

    private final String load;
    private final List<List<String>> rows = new ArrayList<>();

    Figures(String load, String... columns) {
        this.load = load;
        row(columns);
    }

    /** As many cells as there are columns. */
    void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    void print(PrintStream out) {
        out.println("Load:    " + load);
        out.println();
        out.print(text());
    }

    /** The first column is text, the others are numbers. */
    String text() {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> row.get(column)
                                .transform(cell -> column == 0
                                        ? cell + " ".repeat(widths[0] - cell.length())
                                        : " ".repeat(widths[column] - cell.length()) + cell))
                        .collect(Collectors.joining("  ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
