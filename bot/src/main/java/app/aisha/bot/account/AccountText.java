package app.aisha.bot.account;

import app.aisha.bot.screen.Text;

/** Words of the person's own settings. */
public sealed interface AccountText extends Text {

    record Settings() implements AccountText {}

    record LanguageItem(Text value) implements AccountText {}

    record RecognitionItem(Text value) implements AccountText {}

    record VocabularyItem(Text value) implements AccountText {}

    record TermsInIt(int count) implements AccountText {}

    record NoneInIt() implements AccountText {}

    record ZoneItem(Text value) implements AccountText {}

    record QuotesItem(Text value) implements AccountText {}

    record RatioItem(Text value) implements AccountText {}

    record EnrichmentItem(Text value) implements AccountText {}

    record RetentionItem(Text value) implements AccountText {}

    record ProgressItem(Text value) implements AccountText {}

    record Yes() implements AccountText {}

    record No() implements AccountText {}

    record QuotesOn() implements AccountText {}

    record QuotesOff() implements AccountText {}

    record EnrichmentOn() implements AccountText {}

    record EnrichmentOff() implements AccountText {}

    record ProgressOn() implements AccountText {}

    record ProgressOff() implements AccountText {}

    record Chosen(Text choice) implements AccountText {}

    record Saved(Text value) implements AccountText {}

    record ChooseLanguage() implements AccountText {}

    record LanguageChosen() implements AccountText {}

    record Russian() implements AccountText {}

    record English() implements AccountText {}

    record ChooseRecognition(Text current) implements AccountText {}

    record Automatic() implements AccountText {}

    record Name(String words) implements AccountText {}

    record OtherLanguageButton() implements AccountText {}

    record AskLanguage() implements AccountText {}

    record UnknownLanguage() implements AccountText {}

    record PerhapsLanguage(String names) implements AccountText {}

    record Vocabulary(String terms) implements AccountText {}

    record NoVocabulary() implements AccountText {}

    record ChangeVocabularyButton() implements AccountText {}

    record ClearVocabularyButton() implements AccountText {}

    record AskVocabulary(int most, int longest) implements AccountText {}

    record NoTerms() implements AccountText {}

    record TooManyTerms(int count, int most) implements AccountText {}

    record LongTerm(String term, int longest) implements AccountText {}

    record UnreadableTerm(String term) implements AccountText {}

    record AskToClear(int count) implements AccountText {}

    record ClearButton() implements AccountText {}

    record KeepButton() implements AccountText {}

    record VocabularySaved(int count) implements AccountText {}

    record VocabularyCleared() implements AccountText {}

    record ChooseZone(Text current) implements AccountText {}

    record LocalTime(String place, String time) implements AccountText {}

    record OtherZoneButton() implements AccountText {}

    record AskZone() implements AccountText {}

    record UnknownPlace() implements AccountText {}

    record SeveralPlaces(String places) implements AccountText {}

    record PerhapsPlace(String places) implements AccountText {}

    record ImpossibleOffset() implements AccountText {}

    record ChooseRatio() implements AccountText {}

    record Square() implements AccountText {}

    record Portrait() implements AccountText {}

    record Landscape() implements AccountText {}

    record Tall() implements AccountText {}

    record Wide() implements AccountText {}

    record ChooseRetention() implements AccountText {}

    record Keep() implements AccountText {}

    record DeleteAtOnce() implements AccountText {}

    record DeleteAfterWeek() implements AccountText {}
}
