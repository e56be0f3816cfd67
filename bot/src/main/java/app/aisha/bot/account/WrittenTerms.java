package app.aisha.bot.account;

import app.aisha.bot.account.WrittenAnswers.Answer;
import app.aisha.bot.screen.Shortened;
import app.aisha.core.account.Vocabulary;
import java.util.regex.Pattern;

/** Names and terms as a person wrote them: separated by commas, semicolons or ends of lines. */
final class WrittenTerms {

    private static final Pattern SEPARATOR = Pattern.compile("[,;，、\\r\\n\u2028\u2029]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final int SHOWN = 40;

    private WrittenTerms() {}

    static Answer<Vocabulary> read(String words) {
        var terms = Vocabulary.distinct(SEPARATOR
                .splitAsStream(words)
                .map(term -> SPACES.matcher(term).replaceAll(" ").strip())
                .filter(term -> !term.isEmpty())
                .toList());
        if (terms.isEmpty()) {
            return new Answer.Unclear<>(new AccountText.NoTerms());
        }
        if (terms.size() > Vocabulary.MOST_TERMS) {
            return new Answer.Unclear<>(new AccountText.TooManyTerms(terms.size(), Vocabulary.MOST_TERMS));
        }
        return terms.stream()
                .filter(term -> !Vocabulary.isTerm(term))
                .findFirst()
                .map(WrittenTerms::unfit)
                .orElseGet(() -> new Answer.Meant<>(new Vocabulary(terms)));
    }

    private static Answer<Vocabulary> unfit(String term) {
        var shown = Shortened.to(SHOWN, term);
        return new Answer.Unclear<>(
                Vocabulary.isShort(term)
                        ? new AccountText.UnreadableTerm(shown)
                        : new AccountText.LongTerm(shown, Vocabulary.LONGEST_TERM));
    }
}
