package app.aisha.core.document;

import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents to write. The same seed makes the same document. */
public final class SampleDocuments {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final List<String> SENTENCES = List.of(
            "Коллеги, давайте начнём с отчёта за третий квартал, а потом перейдём к планам.",
            "Выручка выросла на 12 %, но расходы на хранение данных — тоже, и это меня беспокоит.",
            "Я подготовлю смету к пятнице.",
            "Ссылка на таблицу: https://example.org/reports/2026/q3/storage-costs-by-region-and-tier.xlsx?view=full.",
            "Нет, не раньше декабря.",
            "Тогда договорились: Ержан проверяет резервные копии, Диля пишет клиентам, а я согласую бюджет.",
            "Хорошо.",
            "Есть ли вопросы по срокам, по деньгам или по людям?",
            "По‑моему, кто‑нибудь из юристов должен посмотреть договор ещё раз.");
    private static final List<String> ODD = List.of(
            "a\0b\u0007c\u001B[31m",
            "половина \uD83D пары и \uDE00 другая",
            "שלום (עולם) 123, mixed",
            "مرحبا بالعالم (لا) 45",
            "Z̷̛̲̩͓a̸̢͔͎l̵̰̈g̶̱̈o̷̜͝",
            "👨‍👩‍👧 😀 🇰🇿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️",
            "漢字かな交じり文、改行できますか。",
            "อักษรไทยไม่มีช่องว่าง",
            "неразрывный пробел, пере\u00ADнос, кто‑то, zero\u200Bwidth\u2060joiner",
            "\u202Eперевёрнуто\u2066 не закрыто",
            "<b>жирно</b> &amp; ]]> <!-- --> --> {\\an8}",
            "# *не* _заголовок_ [x](y) `код` | ~~нет~~ $x^2$",
            "1. первый\n- второй\n+ третий\n> цитата\n===\n---",
            "\"кавычки\" \\ и \\n",
            "=HYPERLINK(\"x\") \uFFFE\uFFFF\uFDD0 \uFEFF",
            "https://example.org/" + "очень-длинный-адрес/".repeat(12),
            "Слово".repeat(60),
            "\r\n\t  \u2028 \u2029 \u0085 \u00A0 \u3000",
            "");

    private SampleDocuments() {}

    /** An hour of three people with a gap and a repeated speaker. */
    public static TextDocument meeting(int speeches) {
        var random = new Random(1);
        var speakers = List.of("Анна Викторовна", "Ержан", "Диля <3");
        var blocks = new ArrayList<Block>();
        var at = Duration.ofSeconds(3);
        for (var i = 0; i < speeches; i++) {
            var text = sentences(random, 1 + random.nextInt(6));
            var end = at.plusMillis(text.length() * 65L);
            blocks.add(new Speech(Optional.of(speakers.get(random.nextInt(3))), at, end, text));
            at = end.plusMillis(random.nextInt(900));
        }
        var facts = List.of(
                new Fact("Дата", "27 ноября 2026 г., 14:05"),
                new Fact("Длительность", "1 ч 04 мин"),
                new Fact("Язык", "русский"),
                new Fact("Участники", "Анна Викторовна, Ержан, Диля <3"));
        return new TextDocument("Планёрка: отчёт за третий квартал и планы на зиму", RUSSIAN, facts, blocks);
    }

    /** What is made of a meeting: headings, text and lists, with places in the recording but no passages. */
    public static TextDocument minutes() {
        var random = new Random(2);
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "Повестка"));
        blocks.add(bullet(-1, "Отчёт за третий квартал"));
        blocks.add(bullet(
                -1,
                "Расходы на хранение и новый договор с поставщиком облака, который предложил скидку за год вперёд"));
        blocks.add(new Heading(1, "Обсуждение"));
        for (var topic : List.of("Отчёт за третий квартал", "Расходы на хранение", "Договор")) {
            blocks.add(new Heading(2, topic));
            blocks.add(new Paragraph(Optional.of(Duration.ofSeconds(random.nextInt(3600))), sentences(random, 5)));
            blocks.add(new Paragraph(Optional.empty(), sentences(random, 3)));
            blocks.add(new Heading(3, "Возражения"));
            blocks.add(bullet(random.nextInt(3600), sentences(random, 2)));
        }
        blocks.add(new Heading(1, "Задачи"));
        blocks.add(new ListItem(
                Mark.TO_DO, Optional.of(Duration.ofSeconds(754)), "Ержан — проверить резервные копии, до 1 декабря"));
        blocks.add(new ListItem(
                Mark.DONE,
                Optional.of(Duration.ofSeconds(1754)),
                "Диля — написать клиентам о переносе и приложить ссылку на расписание работ, до пятницы"));
        blocks.add(new ListItem(Mark.TO_DO, Optional.empty(), "Анна — согласовать бюджет"));
        var facts =
                List.of(new Fact("Дата", "27 ноября 2026 г."), new Fact("Участники", "Анна Викторовна, Ержан, Диля"));
        return new TextDocument("Протокол планёрки", RUSSIAN, facts, blocks);
    }

    /** Plain paragraphs in English, without any time. */
    public static TextDocument letter() {
        var paragraph = "The quick brown fox doesn’t jump over a lazy dog; it walks around it, slowly. ".repeat(6);
        var blocks = IntStream.range(0, 9)
                .mapToObj(i -> new Paragraph(Optional.empty(), paragraph))
                .map(Block.class::cast)
                .toList();
        return new TextDocument("A voice message", Locale.ENGLISH, List.of(), blocks);
    }

    /** Anything that can come, with odd characters in every place. */
    public static TextDocument random(long seed) {
        var random = new Random(seed);
        var blocks = new ArrayList<Block>();
        var count = random.nextInt(12);
        for (var i = 0; i < count; i++) {
            blocks.add(block(random));
        }
        var facts = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Fact(odd(random, 1), odd(random, 2)))
                .toList();
        var language =
                List.of(RUSSIAN, Locale.ENGLISH, Locale.ROOT, Locale.of("he")).get(random.nextInt(4));
        return new TextDocument(odd(random, 2), language, facts, blocks);
    }

    private static Block block(Random random) {
        var at = Duration.ofMillis(random.nextInt(10_000_000) - 1_000);
        var text = random.nextInt(200) == 0 ? long100k(random) : odd(random, 6);
        return switch (random.nextInt(4)) {
            case 0 -> new Heading(1 + random.nextInt(3), text);
            case 1 -> new Paragraph(Optional.of(at).filter(it -> random.nextBoolean()), text);
            case 2 ->
                new Speech(
                        Optional.of(odd(random, 1)).filter(it -> random.nextBoolean()),
                        at,
                        at.plusMillis(random.nextInt(60_000) - 5_000),
                        text);
            default ->
                new ListItem(
                        List.of(Mark.BULLET, Mark.TO_DO, Mark.DONE).get(random.nextInt(3)),
                        Optional.of(at).filter(it -> random.nextBoolean()),
                        text);
        };
    }

    private static String long100k(Random random) {
        return random.nextBoolean() ? "ы".repeat(100_000) : "слово и дело ".repeat(8_000);
    }

    private static String odd(Random random, int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> random.nextInt(3) == 0 ? noise(random) : ODD.get(random.nextInt(ODD.size())))
                .collect(Collectors.joining(" "));
    }

    private static String noise(Random random) {
        return random.ints(random.nextInt(30), 0, 0x30000)
                .map(any -> random.nextInt(3) == 0 ? any : any & 0x7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ListItem bullet(int second, String text) {
        var at = Optional.of(second).filter(it -> it >= 0).map(Duration::ofSeconds);
        return new ListItem(Mark.BULLET, at, text);
    }

    private static String sentences(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SENTENCES.get(random.nextInt(SENTENCES.size())))
                .collect(Collectors.joining(" "));
    }
}
