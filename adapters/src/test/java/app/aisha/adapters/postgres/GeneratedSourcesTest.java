package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;

/** The committed table classes are those the migrations ask for; {@code -Djooq=write} renews them. */
class GeneratedSourcesTest {

    private static final Path COMMITTED = Path.of("src/main/java");
    private static final String PACKAGE = "app.aisha.adapters.postgres.generated";

    @Test
    void theTableClassesMatchTheMigrations() throws Exception {
        var write = System.getProperty("jooq", "check").equals("write");
        var target = write ? COMMITTED : Path.of("target/jooq");
        var database = TestPostgres.freshDatabase();
        Migrations.apply(database.dataSource());

        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.jdbcUrl())
                        .withUser(database.user())
                        .withPassword(database.password()))
                .withGenerator(new Generator()
                        .withDatabase(
                                new Database()
                                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                                        .withInputSchema("public")
                                        .withOutputSchemaToDefault(true)
                                        .withExcludes(
                                                "flyway_schema_history|scheduled_tasks|transcript_search"
                                                    + "|search_form|search_words|index_the_name|index_the_text|picture_words|is_done_by"))
                        .withGenerate(new Generate()
                                .withJavaTimeTypes(true)
                                .withRecords(true)
                                .withPojos(false)
                                .withGeneratedAnnotation(false)
                                .withKotlinNotNullRecordAttributes(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()))));

        assertThat(sources(target)).isNotEmpty().isEqualTo(sources(COMMITTED));
    }

    private static Map<String, String> sources(Path root) throws IOException {
        var folder = root.resolve(PACKAGE.replace('.', '/'));
        var found = new TreeMap<String, String>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }
}
