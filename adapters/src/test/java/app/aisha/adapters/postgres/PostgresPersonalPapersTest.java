package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresPersonalPapersTest {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresPersonalPapers papers = new PostgresPersonalPapers(DATABASE);

    @Test
    void rowsComeInStretchesEachOnceAndNobodyElses() {
        var mira = someone("Mira");
        var other = someone("Other");
        for (var number = 1; number <= 7; number++) {
            search(mira, number, "mine " + number);
            search(other, number, "not mine");
        }

        var read = new ArrayList<String>();
        for (var from = 0; from < 9; from += 3) {
            read.addAll(papers.rows(mira, "searches", from, 3));
        }

        assertThat(read).hasSize(7).allMatch(row -> row.contains("\"mine "));
        assertThat(read.getFirst()).contains("\"mine 1\"");
        assertThat(papers.rows(mira, "searches", 9, 3)).isEmpty();
    }

    @Test
    void everySheetCanBeReadOfAnybody() {
        var mira = someone("Mira");

        assertThat(papers.sheets()).isNotEmpty().allSatisfy(sheet -> {
            assertThat(papers.rows(new UserId(UUID.randomUUID()), sheet, 0, 9)).isEmpty();
            assertThat(papers.rows(mira, sheet, 0, 9)).hasSizeLessThanOrEqualTo(1);
        });
        assertThat(papers.rows(mira, "profile", 0, 9))
                .singleElement()
                .asString()
                .contains("\"Mira\"");
    }

    private static UserId someone(String name) {
        return new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), name, Optional.empty(), Language.RU)
                .id();
    }

    private static void search(UserId person, int number, String words) {
        DATABASE.dsl()
                .execute(
                        "INSERT INTO transcript_searches (user_id, number, words) VALUES (?, ?, ?)",
                        person.value(),
                        number,
                        words);
    }
}
