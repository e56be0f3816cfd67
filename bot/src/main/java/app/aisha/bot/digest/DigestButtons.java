package app.aisha.bot.digest;

import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.transcript.CardButtons;
import app.aisha.core.transcript.Transcript;

/** What can be made of a transcript. */
public final class DigestButtons implements CardButtons {

    @Override
    public Screen under(Screen card, Transcript.Ready ready) {
        var id = ready.id();
        return card.row(
                        new Button(new DigestText.SummaryButton(), new DigestAction.Make(id, DigestKind.SUMMARY)),
                        new Button(new DigestText.ToDoButton(), new DigestAction.Make(id, DigestKind.TO_DO)))
                .row(
                        new Button(new DigestText.ProtocolButton(), new DigestAction.Make(id, DigestKind.PROTOCOL)),
                        new Button(new DigestText.AskButton(), new DigestAction.Ask(id)));
    }
}
