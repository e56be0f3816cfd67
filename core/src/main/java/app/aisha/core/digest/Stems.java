package app.aisha.core.digest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words without what grammar does to them: case, endings, ё for е, thousands apart. Russian and English endings are known; words
 * of other languages are compared by their beginnings. Scripts without spaces are taken character by character.
 */
final class Stems {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[ \\u00A0\\u202F'’](?=\\d{3}(?!\\d))");
    private static final Pattern IN_WORD = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
            + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");
    private static final Pattern REFLEXIVE = Pattern.compile("(?:ся|сь)$");
    private static final Pattern RUSSIAN_ENDING = Pattern.compile("(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими"
            + "|ой|ей|ий|ый|ая|яя|ую|юю|ое|ее|ые|ие|ов|ев|ом|ем|ам|ям|ых|их|ым|им|ью|ть|ла|ло|ли|ишь|ешь"
            + "|ет|ут|ют|ит|ат|ят|л|[аеиоуыэюяйь])$");
    private static final Pattern ENGLISH_ENDING = Pattern.compile("(?:ing|ies|ed|es|ly|er|s|e|y)$");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1$");

    private static final Set<String> NEGATIONS = Set.of("не", "нет", "ни", "no", "not", "never");

    private static final Set<String> COMMON =
            words("а без бы был была были было быть в вам вас ваш весь во вот все всё всех вы где да для до его ее"
                + " если есть еще же за здесь и из или им их к как ко когда кто который которые которая ли либо мне мы"
                + " на над надо нам нас наш него нее ней них но ну о об он она они оно от по под пока потом потому при"
                + " про раз с сам со свой себя так также там тебе то того тоже той только том ты у уж уже хотя чего"
                + " чем что чтобы эта эти это этого этой этом этот я меня тебя вообще просто очень значит короче типа"
                + " нужно можно будет будем будут буду такой такая такие какой какая какие тогда сейчас a about after"
                + " all also an and any are as at be because been before but by can could did do does for from get had"
                + " has have he her here him his how i if in into is it its just let like me more my of on one or our"
                + " out she should so some than that the their them then there these they this those to too up us very"
                + " was we well were what when where which who will with would you your need going really");

    private Stems() {}

    /**
     * A word without its endings.
     *
     * @param telling whether it says what the text is about, as most words do that are not in every text
     * @param exact whether nothing else may stand in its place: a number or a negation
     */
    record Stem(String root, boolean telling, boolean exact) {

        int weight() {
            return telling || exact ? 4 : 1;
        }
    }

    /** The words of a text in their order. */
    static List<Stem> of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        var joined = IN_WORD.matcher(THOUSANDS.matcher(plain).replaceAll("")).replaceAll("");
        return WORD.matcher(joined).results().map(word -> stem(word.group())).toList();
    }

    /** What a text is about. */
    static Set<String> telling(String text) {
        return of(text).stream().filter(Stem::telling).map(Stem::root).collect(Collectors.toUnmodifiableSet());
    }

    private static Stem stem(String word) {
        var isNumber = word.codePoints().anyMatch(Character::isDigit);
        if (isNumber) {
            return new Stem(word, true, true);
        }
        var isDense = word.codePointAt(0) > 0x2E00
                || Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.THAI;
        var isNegation = NEGATIONS.contains(word);
        var telling = isDense || (word.length() >= SHORTEST && !isNegation && !COMMON.contains(word));
        return new Stem(root(word), telling, isNegation);
    }

    private static String root(String word) {
        var isCyrillic = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        var root = isCyrillic
                ? without(RUSSIAN_ENDING, without(REFLEXIVE, word))
                : DOUBLED.matcher(without(ENGLISH_ENDING, word)).replaceFirst("$1");
        return root.length() > LONGEST ? root.substring(0, LONGEST) : root;
    }

    private static String without(Pattern ending, String word) {
        var rest = word;
        while (true) {
            var found = ending.matcher(rest);
            if (!found.find() || found.start() < SHORTEST) {
                return rest;
            }
            rest = rest.substring(0, found.start());
        }
    }

    private static Set<String> words(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .map(word -> word.replace('ё', 'е'))
                .collect(Collectors.toUnmodifiableSet());
    }
}
