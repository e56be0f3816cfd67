package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that stand between lines such as {@code <transcript-1a2b>} and {@code </transcript-1a2b>}. */
final class MarkedBlocks {
    private static final Pattern OPENING = Pattern.compile("<(\\w+)(-[\\w-]+)?>");

    private MarkedBlocks() {}

    /** @param name the first word of the mark, such as {@code transcript} */
    record Block(String name, List<String> lines) {}

    /** The lines of each, in order; only the mark that fits closes a block. */
    static List<List<String>> in(String text) {
        return named(text).stream().map(Block::lines).toList();
    }

    /** The blocks, in order; only the mark that fits closes one. */
    static List<Block> named(String text) {
        var blocks = new ArrayList<Block>();
        @Nullable String closing = null;
        for (var line : text.lines().toList()) {
            var opening = OPENING.matcher(line);
            if (closing == null && opening.matches()) {
                closing = "</" + line.substring(1);
                blocks.add(new Block(opening.group(1), new ArrayList<>()));
            } else if (line.equals(closing)) {
                closing = null;
            } else if (closing != null) {
                blocks.getLast().lines.add(line);
            }
        }
        return blocks;
    }
}
