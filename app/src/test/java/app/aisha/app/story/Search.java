package app.aisha.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for traces in every column of every table and in every file of the store. */
final class Search {

    private static final String COLUMNS = """
        SELECT table_name, column_name, data_type FROM information_schema.columns
        JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
        """;

    private final JdbcClient database;
    private final Path media;

    Search(JdbcClient database, Path media) {
        this.database = database;
        this.media = media;
    }

    /** Tables and columns with any of these, and files. */
    List<String> places(String... traces) {
        var found = new ArrayList<String>();
        for (Map<String, Object> column : database.sql(COLUMNS).query().listOfRows()) {
            var place = column.get("table_name") + "." + column.get("column_name");
            if (Arrays.stream(traces).anyMatch(trace -> isIn(column, trace))) {
                found.add(place);
            }
        }
        found.addAll(files(traces));
        return found;
    }

    private boolean isIn(Map<String, Object> column, String trace) {
        var name = "\"" + column.get("column_name") + "\"";
        var bytes = "bytea".equals(column.get("data_type"));
        var content = bytes ? name : name + "::text";
        var sought = bytes ? "convert_to(:trace, 'UTF8')" : ":trace";
        return database.sql("SELECT EXISTS (SELECT 1 FROM %s WHERE position(%s IN %s) > 0)"
                        .formatted(column.get("table_name"), sought, content))
                .param("trace", trace)
                .query(Boolean.class)
                .single();
    }

    private List<String> files(String... traces) {
        try (var walk = Files.walk(media)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> Arrays.stream(traces)
                            .anyMatch(trace -> file.toString().contains(trace)
                                    || new String(bytes(file), StandardCharsets.UTF_8).contains(trace)))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
