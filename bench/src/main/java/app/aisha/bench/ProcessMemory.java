package app.aisha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells about the memory of a process. */
final class ProcessMemory {

    private ProcessMemory() {}

    /**
     * The value of a field of one of the files in {@code /proc}.
     *
     * @param field with its colon
     */
    static double kilobytes(Path file, String field) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
