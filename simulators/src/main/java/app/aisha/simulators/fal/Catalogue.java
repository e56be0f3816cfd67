package app.aisha.simulators.fal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The endpoints there are, by id. */
final class Catalogue {
    private final Map<String, Model> models = new LinkedHashMap<>();

    Catalogue(CdnFiles files, Fetcher fetcher, Ids ids) {
        var studio = new Studio(files);
        for (var kind : TrainerKind.values()) {
            add(new Trainer(kind, fetcher, files));
        }
        for (var kind : GeneratorKind.values()) {
            add(new Generator(kind, fetcher, studio, ids));
        }
        add(new PhotoEditor(fetcher, studio, ids));
    }

    private void add(Model model) {
        models.put(model.id(), model);
    }

    Optional<Model> find(String id) {
        return Optional.ofNullable(models.get(id));
    }

    Collection<Model> all() {
        return models.values();
    }
}
