package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;

/** Words about the search over transcripts. */
public sealed interface SearchText extends Text {

    record AskWords() implements SearchText {}

    record NothingToLookFor() implements SearchText {}

    record NothingFound(String words) implements SearchText {}

    record Forgotten() implements SearchText {}

    record Results(String words, Text lines) implements SearchText {}

    record Line(int number, Text title, Text fragment) implements SearchText {}

    record Fragment(Text runs) implements SearchText {}

    record Plain(String words) implements SearchText {}

    record Hit(String words) implements SearchText {}

    record Item(int number, Text title) implements SearchText {}

    record SearchButton() implements SearchText {}

    record NewSearchButton() implements SearchText {}

    record BackToHistoryButton() implements SearchText {}

    record BackToResultsButton() implements SearchText {}
}
