package app.aisha.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many of the claims a model might make of two talks are told apart rightly: true ones kept, invented ones dropped. */
class EvidenceCorpusTest {

    private static final List<Passage> RUSSIAN = Desk.timed(
            "Всем добрый день, давайте обсудим запуск мобильного приложения.",
            "Приложение в целом готово, но платёжный модуль падает на старых телефонах Самсунг.",
            "Сколько времени нужно, чтобы это исправить?",
            "Думаю, две недели, если Тимур мне поможет с тестами.",
            "Хорошо, тогда переносим запуск с первого декабря на пятнадцатое.",
            "Маркетинг уже заказал баннеры с первым декабря, их придётся переделать.",
            "Айгуль, свяжись с подрядчиком по баннерам сегодня же и узнай, сколько стоит перепечатка.",
            "Хорошо, я позвоню им после обеда и напишу всем в чат.",
            "Ещё вопрос по поддержке: у нас всего два оператора, а звонков будет в три раза больше.",
            "Предлагаю нанять троих студентов на декабрь и январь.",
            "Согласен, бюджет на это есть, около миллиона двухсот тысяч.",
            "Тогда Марат готовит вакансию к среде, а я согласую с бухгалтерией.",
            "И последнее: сервер у нас один, резервного нет, это опасно.",
            "Второй сервер поднимем в Франкфурте, я уже смотрел цены.",
            "Отлично, на этом закончим, следующая встреча в понедельник в десять.");

    private static final List<Passage> ENGLISH = Desk.timed(
            "Okay, let's get started with the quarterly planning.",
            "Our churn went up to 7 percent, mostly small shops leaving after the price change.",
            "I talked to twenty of them, and the main complaint is that invoices arrive late.",
            "So it's not the price itself?",
            "No, the price was mentioned only twice.",
            "Then we should fix invoicing before we touch the pricing again.",
            "Agreed. Priya, can you own the invoicing project and send a plan by next Tuesday?",
            "Sure, but I'll need one backend engineer, Tom is busy with the migration.",
            "Take Lena, her project was cancelled.",
            "The database migration is on track, we finish the last cluster on Thursday night.",
            "There will be about ten minutes of downtime, customers were notified yesterday.",
            "What about hiring a designer?",
            "The candidate from Lisbon declined our offer, so we keep looking.",
            "Let's also drop support for the old API in March, almost nobody uses it.",
            "Fine with me, but write a blog post first so nobody is surprised.");

    private static final String[][] TRUE_RUSSIAN = {
        {"Платёжный модуль сбоит на старых смартфонах Samsung", "платежный модуль падает на старых телефонах", "10"},
        {"На исправление уйдёт две недели при помощи Тимура", "Думаю, две недели, если Тимур поможет с тестами", "30"},
        {"Запуск перенесён с 1 на 15 декабря", "переносим запуск с первого декабря на пятнадцатое", "40"},
        {"Баннеры маркетинга нужно переделать", "Маркетинг заказал баннеры… придётся переделать", "55"},
        {
            "Айгуль узнаёт у подрядчика цену перепечатки",
            "свяжись с подрядчиком по баннерам … сколько стоит перепечатка",
            "60"
        },
        {
            "Операторов поддержки не хватит: звонков станет втрое больше",
            "всего два оператора, а звонков будет в три раза больше",
            "80"
        },
        {"Решили нанять трёх студентов на два месяца", "нанять троих студентов на декабрь и январь", "90"},
        {"Бюджет на наём есть", "бюджет на это есть, около миллиона двухсот тысяч", "100"},
        {"Марат составляет вакансию к среде", "Марат готовит вакансию к среде", "500"},
        {"Отсутствие резервного сервера опасно", "сервер у нас один, резервного нет", "120"},
        {"Второй сервер будет во Франкфурте", "Второй сервер поднимем во Франкфурте", "130"},
        {"Следующая встреча в понедельник в 10", "следующая встреча в понедельник в десять", "140"},
    };

    private static final String[][] INVENTED_RUSSIAN = {
        {"Приложение уволило тестировщика", "Тестировщика Олега увольняем с понедельника", "40"},
        {"Запуск отменён", "запуск приложения полностью отменяется из-за санкций", "40"},
        {"Бюджет составляет 5 миллионов", "бюджет на это есть, около 5 миллионов тенге", "100"},
        {"Офис переезжает", "бюджет на это есть", "4000"},
        {"Второй сервер будет в Москве на площадке партнёра", "сервер разместим в Москве у партнёров Ростелекома", "130"
        },
        {"Нанять десять программистов", "нужно нанять десять опытных программистов в команду разработки", "90"},
        {"Айгуль уходит в отпуск", "Айгуль идёт в отпуск на две недели в феврале", "60"},
        {"Клиенты жалуются на дизайн", "клиенты часто жалуются на тёмный дизайн и мелкий шрифт", "80"},
        {"Договор с банком подписан", "вчера подписали договор с банком Каспи об эквайринге", "20"},
        {"Телефоны не падают", "платёжный модуль никогда не падает на старых телефонах Самсунг", "10"},
        {"Скидки на Новый год", "давайте сделаем скидки тридцать процентов к Новому году", "110"},
        {"Встреча в пятницу в 18:30", "следующая встреча в пятницу в 18:30", "140"},
    };

    private static final String[][] TRUE_ENGLISH = {
        {"Churn rose to 7%, mainly among small shops", "churn went up to 7 percent, mostly small shops", "10"},
        {"Late invoices are the main complaint", "the main complaint is that invoices arrive late", "20"},
        {"Few customers mentioned the price", "the price was mentioned only twice", "45"},
        {"Invoicing gets fixed before pricing changes again", "fix invoicing before we touch the pricing", "50"},
        {
            "Priya owns invoicing and sends a plan",
            "Priya, can you own the invoicing project … plan by next Tuesday",
            "60"
        },
        {"Tom works on the migration", "Tom is busy with the migration", "70"},
        {"Lena joins because her project was cancelled", "Take Lena, her project was cancelled", "80"},
        {"The migration finishes on Thursday", "we'll finish the last cluster Thursday night", "90"},
        {"Customers know about the downtime", "ten minutes of downtime, customers were notified", "100"},
        {"The Lisbon candidate said no", "candidate from Lisbon declined our offer", "3000"},
        {"The old API is dropped in March", "drop support for the old API in March", "130"},
        {"A blog post is written before that", "write a blog post first", "140"},
    };

    private static final String[][] INVENTED_ENGLISH = {
        {"Churn fell to 3 percent", "churn went down to 3 percent", "10"},
        {"Prices will be halved", "we are going to cut all prices in half next month", "50"},
        {"Tom is leaving the company", "Tom handed in his notice on Friday", "70"},
        {"The migration failed", "the database migration failed and we rolled everything back", "90"},
        {"A designer from Berlin was hired", "we hired the designer from Berlin last week", "120"},
        {"The weather is nice", "the main complaint is that invoices arrive late", "20"},
        {"Downtime lasts 45 minutes", "there will be about 45 minutes of downtime", "100"},
        {"The API stays for ever", "we will keep supporting the legacy interface for at least five years", "130"},
        {"Priya refused the project", "I can't take another project this quarter", "60"},
        {"An investor joins", "the investor committed two million at a ten million valuation", "0"},
        {"Customers sue", "three customers are threatening legal action over the outage", "100"},
        {"Price was not mentioned", "the price was never mentioned by customers at all", "40"},
    };

    private static List<String> borneOut(List<Passage> passages, String[][] claims) {
        var evidence = new Evidence(passages, LocalDate.of(2026, 11, 23));
        return List.of(claims).stream()
                .filter(claim -> isBorneOut(evidence, claim[0], claim[1], Integer.parseInt(claim[2])))
                .map(claim -> claim[0])
                .toList();
    }

    private static boolean isBorneOut(Evidence evidence, String text, String quote, int second) {
        var claim = new Draft.Claim(text, quote, Optional.of(Duration.ofSeconds(second)));
        return evidence.check(new Draft.Summary(List.of(claim))).omitted() == 0;
    }

    @Test
    void trueClaimsInOtherWordsAreKept() {
        assertThat(borneOut(RUSSIAN, TRUE_RUSSIAN)).hasSize(TRUE_RUSSIAN.length);
        assertThat(borneOut(ENGLISH, TRUE_ENGLISH)).hasSize(TRUE_ENGLISH.length);
    }

    @Test
    void inventedClaimsAreDropped() {
        assertThat(borneOut(RUSSIAN, INVENTED_RUSSIAN)).isEmpty();
        assertThat(borneOut(ENGLISH, INVENTED_ENGLISH)).isEmpty();
    }
}
