package app.aisha.bot.transcript;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.transcript.SearchTranscripts;
import app.aisha.core.transcript.SearchTranscripts.Outcome;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptSearch.Hit;
import app.aisha.core.transcript.TranscriptSearch.Run;
import app.aisha.core.transcript.Transcripts;
import java.util.ArrayList;
import java.util.Optional;

/** Looks through a person's transcripts: asks for words, shows what has them, and leads back to it. */
public final class SearchDialog implements Dialog {

    private static final int PAGE = 5;
    private static final int LONGEST_RUN = 150;

    private final SearchTranscripts searchTranscripts;
    private final Transcripts transcripts;
    private final TranscriptScreens screens;

    public SearchDialog(SearchTranscripts searchTranscripts, Transcripts transcripts, TranscriptScreens screens) {
        this.searchTranscripts = searchTranscripts;
        this.transcripts = transcripts;
        this.screens = screens;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof SearchAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(SearchAction action, User user) {
        return switch (action) {
            case SearchAction.Ask _ -> ask(new SearchText.AskWords());
            case SearchAction.Results(var search, var from) ->
                shown(searchTranscripts.again(user.id(), search, from, PAGE), from);
            case SearchAction.OpenFound(var search, var id, var page) ->
                transcripts
                        .find(id, user.id())
                        .map(found -> Turn.show(screens.of(found, user)
                                .button(new SearchText.BackToResultsButton(), new SearchAction.Results(search, page))))
                        .orElseGet(() -> shown(searchTranscripts.again(user.id(), search, page, PAGE), page)
                                .toast(new TranscriptText.NotFound()));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof SearchStep.Looking ? Optional.of(search(words, user)) : Optional.empty();
    }

    @Override
    public Optional<Turn> commanded(String command, String words, User user) {
        return command.equals("transcripts") && !words.isBlank() ? Optional.of(search(words, user)) : Optional.empty();
    }

    private Turn search(String words, User user) {
        return shown(searchTranscripts.search(user.id(), words, PAGE), Optional.empty());
    }

    private static Turn ask(Text words) {
        return Turn.show(Screen.saying(words)
                        .button(new SearchText.BackToHistoryButton(), TranscriptAction.History.first()))
                .expecting(new SearchStep.Looking());
    }

    private static Turn shown(Outcome outcome, Optional<TranscriptId> from) {
        return switch (outcome) {
            case Outcome.Found found -> Turn.show(results(found, from));
            case Outcome.NothingToLookFor _ -> ask(new SearchText.NothingToLookFor());
            case Outcome.Forgotten _ -> ask(new SearchText.Forgotten());
        };
    }

    private static Screen results(Outcome.Found found, Optional<TranscriptId> from) {
        var lines = new ArrayList<Text>();
        var screen = Screen.saying(new MenuText.Nothing());
        for (var hit : found.page().items()) {
            var number = lines.size() + 1;
            var title = Titles.onButton(hit.transcript().heading());
            lines.add(new SearchText.Line(number, title, fragment(hit)));
            screen = screen.button(
                    new SearchText.Item(number, title),
                    new SearchAction.OpenFound(found.search(), hit.transcript().id(), from));
        }
        var turning = Pages.turning(
                found.page().newer().map(start -> page(found, start)),
                found.page().older().map(start -> page(found, start)));
        return screen.insteadSaying(
                        lines.isEmpty()
                                ? new SearchText.NothingFound(found.words())
                                : new SearchText.Results(found.words(), MenuText.all(lines.stream())))
                .row(turning)
                .button(new SearchText.NewSearchButton(), new SearchAction.Ask())
                .button(new SearchText.BackToHistoryButton(), TranscriptAction.History.first());
    }

    private static SearchAction page(Outcome.Found found, TranscriptId start) {
        return new SearchAction.Results(found.search(), Optional.of(start));
    }

    private static Text fragment(Hit hit) {
        return hit.fragment().isEmpty()
                ? new MenuText.Nothing()
                : new SearchText.Fragment(MenuText.all(hit.fragment().stream().map(SearchDialog::run)));
    }

    private static Text run(Run run) {
        var words = Shortened.to(LONGEST_RUN, run.text().replaceAll("\\s+", " "));
        return run.found() ? new SearchText.Hit(words) : new SearchText.Plain(words);
    }
}
