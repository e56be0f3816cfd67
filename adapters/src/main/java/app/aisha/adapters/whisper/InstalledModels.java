package app.aisha.adapters.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The folder with the models that were fetched. */
public record InstalledModels(Path folder) {

    public Path fileOf(KnownModel model) {
        return folder.resolve(model.fileName());
    }

    /** The file that came last; empty where there is none. */
    public Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin") && Files.isRegularFile(file))
                    .max(Comparator.comparingLong(InstalledModels::changed).thenComparing(Path::toString));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }
}
