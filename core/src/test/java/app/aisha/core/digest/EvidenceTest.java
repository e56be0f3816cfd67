package app.aisha.core.digest;

import static app.aisha.core.digest.Desk.claim;
import static app.aisha.core.digest.Desk.task;
import static app.aisha.core.digest.Desk.timed;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Evidence meeting = new Evidence(
            List.of(
                    passage(0, "S1", "Коллеги, начнём с отчёта за третий квартал."),
                    passage(10, "S2", "Выручка выросла на 12 процентов, но расходы на хранение данных тоже выросли."),
                    passage(20, "S1", "Ержан, проверь резервные копии до пятницы, пожалуйста."),
                    passage(30, "S2", "Мы не согласны переносить релиз на декабрь."),
                    passage(300, "S1", "Бюджет на рекламу урезаем до 500 тысяч тенге."),
                    passage(310, "S2", "Да."),
                    passage(600, "S1", "Бюджет на рекламу обсудим ещё раз в январе.")),
            DAY);

    private static Passage passage(int second, String speaker, String text) {
        var place = new Stretch(Duration.ofSeconds(second), Duration.ofSeconds(second + 9));
        return new Passage(Optional.of(place), Optional.of(speaker), text);
    }

    private Optional<Content.Statement> checked(String text, String quote, int second) {
        return statement(meeting, claim(text, quote, second));
    }

    private static Optional<Content.Statement> statement(Evidence evidence, Draft.Claim claim) {
        var checked = evidence.check(new Draft.Answer(List.of(claim)));
        var statements = ((Content.Answer) checked.content()).statements();
        assertThat(statements.size() + checked.omitted()).isEqualTo(1);
        return statements.stream().findFirst();
    }

    private Content.Task checked(Draft.Task task) {
        return meeting.check(new Draft.ToDo(List.of(task))).content().tasks().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "выручка выросла на 12 процентов",
                "ВЫРУЧКА — ВЫРОСЛА, НА 12 ПРОЦЕНТОВ!",
                "рост выручки на 12 процентов",
                "выручка … расходы на хранение данных",
                "выручка выросла... хранение данных тоже выросли",
                "[00:00:10] S2: Выручка выросла на 12 процентов",
                "расход на хранение данных вырос",
            })
    void aQuoteIsFoundThoughNotCopiedToTheLetter(String quote) {
        assertThat(checked("Выросли выручка и расходы", quote, 10)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "выручка упала из-за курса доллара",
                "выручка выросла на 21 процентов",
                "мы согласны переносить релиз на декабрь, не раньше чем склад откроют",
                "новый офис в Астане откроют весной",
                "да",
                "…",
                "на и в",
            })
    void aQuoteThatNobodySaidIsNotFound(String quote) {
        assertThat(checked("Выручка, релиз, офис", quote, 10)).isEmpty();
    }

    @Test
    void aNegationThatNobodySaidIsNotBorneOut() {
        assertThat(checked("Бюджет не урезаем", "бюджет на рекламу не урезаем до 500 тысяч тенге", 300))
                .isEmpty();
    }

    @Test
    void theTimeOfAClaimIsThatOfItsPlace() {
        assertThat(checked("Бюджет урезан", "бюджет на рекламу урезаем", 304)
                        .orElseThrow()
                        .at())
                .contains(Duration.ofSeconds(304));
        assertThat(checked("Бюджет урезан", "бюджет на рекламу урезаем", 290)
                        .orElseThrow()
                        .at())
                .contains(Duration.ofMinutes(5));
        assertThat(checked("Бюджет урезан", "бюджет на рекламу урезаем", 4000)
                        .orElseThrow()
                        .at())
                .contains(Duration.ofMinutes(5));
        assertThat(statement(meeting, claim("Бюджет на рекламу урезаем", Optional.empty()))
                        .orElseThrow()
                        .at())
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void ofTwoPlacesTheNearOneIsMeant() {
        assertThat(checked("О бюджете", "бюджет на рекламу", 305).orElseThrow().at())
                .contains(Duration.ofSeconds(305));
        assertThat(checked("О бюджете", "бюджет на рекламу", 605).orElseThrow().at())
                .contains(Duration.ofSeconds(605));
    }

    @Test
    void whatIsSaidAgainAndAgainIsMeantWhereTheClaimSaysSo() {
        var song = new Evidence(
                IntStream.range(0, 9)
                        .mapToObj(line -> passage(line * 10, "S1", "Катится жёлтый вагон по рельсам."))
                        .toList(),
                DAY);

        for (var second : new int[] {0, 10, 40, 80}) {
            assertThat(statement(song, claim("Вагон катится", "катится жёлтый вагон", second))
                            .flatMap(Content.Statement::at))
                    .contains(Duration.ofSeconds(second));
        }
    }

    @Test
    void aQuoteMayGoOverTheEndOfAPassage() {
        assertThat(checked("Отчёт и выручка", "за третий квартал. Выручка выросла на 12", 5)
                        .orElseThrow()
                        .at())
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void aShortAnswerCountsOnlyWhereItIsSaidToBe() {
        assertThat(checked("Согласие с урезанным бюджетом", "Да.", 310)).isPresent();
        assertThat(checked("Согласие с урезанным бюджетом", "Да.", 100)).isEmpty();
    }

    @Test
    void aRealQuoteDoesNotBearOutWhatItDoesNotSpeakOf() {
        assertThat(checked("Офис переезжает весной", "бюджет на рекламу урезаем до 500 тысяч", 300))
                .isEmpty();
        assertThat(checked("S1 и S2", "бюджет на рекламу урезаем до 500 тысяч", 300))
                .isEmpty();
        assertThat(checked(" \n", "бюджет на рекламу урезаем до 500 тысяч", 300))
                .isEmpty();
    }

    @Test
    void aClaimIsOneLine() {
        assertThat(checked(" Бюджет\nурезан\0 ", "бюджет на рекламу урезаем", 300)
                        .orElseThrow()
                        .text())
                .isEqualTo("Бюджет урезан");
    }

    @Test
    void withoutTimesPlacesHaveNone() {
        var letter = new Evidence(
                List.of(new Passage(Optional.empty(), Optional.empty(), "Склад в Алматы закрывается в марте.")), DAY);

        assertThat(statement(letter, claim("Склад закроют", "склад в Алматы закрывается", 12)))
                .contains(new Content.Statement("Склад закроют", Optional.empty()));
        assertThat(statement(letter, claim("Склад откроют", "новый склад откроется летом", 12)))
                .isEmpty();
    }

    @Test
    void whoIsAVoiceOrANameThatWasSaid() {
        var task = task("Проверить резервные копии", "проверь резервные копии", 20);

        assertThat(checked(with(task, "Ержана", "до пятницы", DAY)).who()).contains("Ержана");
        assertThat(checked(with(task, "S2", "до пятницы", DAY)).who()).contains("S2");
        assertThat(checked(with(task, "S1 и Ержан", "до пятницы", DAY)).who()).contains("S1 и Ержан");
        assertThat(checked(with(task, "S3", "до пятницы", DAY)).who()).isEmpty();
        assertThat(checked(with(task, "Алексей", "до пятницы", DAY)).who()).isEmpty();
        assertThat(checked(with(task, "—", "до пятницы", DAY)).who()).isEmpty();
    }

    @Test
    void byWhenIsWhatWasSaidThereWithADayThatCanBe() {
        var task = task("Проверить резервные копии", "проверь резервные копии", 20);
        var friday = LocalDate.of(2026, 11, 27);

        assertThat(checked(with(task, "Ержан", "к пятнице", friday)).due())
                .contains(new Content.Due("к пятнице", Optional.of(friday)));
        assertThat(checked(with(task, "Ержан", "к пятнице", DAY.plusYears(6))).due())
                .contains(new Content.Due("к пятнице", Optional.empty()));
        assertThat(checked(with(task, "Ержан", "к пятнице", DAY.minusYears(2))).due())
                .contains(new Content.Due("к пятнице", Optional.empty()));
        assertThat(checked(with(task, "Ержан", "к среде", friday)).due()).isEmpty();
        assertThat(checked(with(task, "Ержан", "к январю", friday)).due()).isEmpty();
        assertThat(checked(with(task, "Ержан", "", friday)).due()).isEmpty();
    }

    private static Draft.Task with(Draft.Task task, String who, String due, LocalDate date) {
        return new Draft.Task(
                task.what(), Optional.of(who), Optional.of(due), Optional.of(date), task.quote(), task.at());
    }

    @Test
    void ofAProtocolEveryPartIsChecked() {
        var real = claim("Урезать бюджет", "бюджет на рекламу урезаем", 300);
        var invented = claim("Открыть офис", "новый офис в Астане", 300);
        var both = List.of(real, invented);

        var checked = meeting.check(new Draft.Protocol(
                List.of("S1", "Ержан", "Мария"),
                both,
                both,
                both,
                List.of(task("Проверить копии", "проверь резервные копии", 20), task("Купить офис", "купи офис", 20))));

        var kept = new Content.Statement("Урезать бюджет", Optional.of(Duration.ofMinutes(5)));
        var protocol = (Content.Protocol) checked.content();
        assertThat(protocol.participants()).containsExactly("S1", "Ержан");
        assertThat(protocol.agenda()).containsExactly(kept);
        assertThat(protocol.discussion()).containsExactly(kept);
        assertThat(protocol.decisions()).containsExactly(kept);
        assertThat(protocol.tasks()).extracting(Content.Task::what).containsExactly("Проверить копии");
        assertThat(checked.omitted()).isEqualTo(5);
    }

    @Test
    void otherScriptsAreHeldAgainstTheirWordsToo() {
        var evidence = new Evidence(
                timed(
                        "我们决定在三月关闭阿拉木图的仓库。",
                        "Біз қоймаларды наурызда жабамыз деп шештік.",
                        "Wir schließen das Lager im März."),
                DAY);

        assertThat(statement(evidence, claim("三月关闭仓库", "在三月关闭阿拉木图的仓库", 0))).isPresent();
        assertThat(statement(evidence, claim("五月开办公室", "五月新办公室开业", 0))).isEmpty();
        assertThat(statement(evidence, claim("Қойма жабылады", "қоймаларды наурызда жабамыз", 10)))
                .isPresent();
        assertThat(statement(evidence, claim("Das Lager schließt", "schließen das Lager im März", 20)))
                .isPresent();
        assertThat(statement(evidence, claim("Das Büro öffnet", "wir eröffnen ein Büro in Berlin", 20)))
                .isEmpty();
    }

    @Test
    void manyClaimsOnManyHoursFindTheirPlaces() {
        var random = new Random(5);
        var passages = timed(IntStream.range(0, 4_000)
                .mapToObj(_ -> IntStream.range(0, 15)
                        .mapToObj(_ -> "слово"
                                + Integer.toString((int) (900 * Math.pow(random.nextDouble(), 2)), 16)
                                        .replace('0', 'х'))
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new));
        var claims = new ArrayList<Draft.Claim>();
        for (var i = 0; i < 200; i++) {
            var text = passages.get(i * 19).text();
            claims.add(claim(text, text, i % 2 == 0 ? i * 190 : 39_000));
        }

        var checked = new Evidence(passages, DAY).check(new Draft.Summary(claims));

        assertThat(((Content.Summary) checked.content()).points())
                .extracting(statement -> statement.at().orElseThrow().toSeconds())
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> i * 190L).toList());
    }
}
