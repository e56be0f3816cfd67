package app.aisha.bot.admin;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.ClosePromoCode;
import app.aisha.core.admin.IssuePromoCode;
import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCodeId;
import app.aisha.core.payment.PromoCodes;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Promo codes in the hands of administrators; to others these buttons do not exist. */
public final class PromoDialog implements Dialog {

    private static final int PAGE = 8;

    private final Admins admins;
    private final PromoCodes codes;
    private final IssuePromoCode issuePromoCode;
    private final ClosePromoCode closePromoCode;
    private final InstantSource clock;

    public PromoDialog(
            Admins admins,
            PromoCodes codes,
            IssuePromoCode issuePromoCode,
            ClosePromoCode closePromoCode,
            InstantSource clock) {
        this.admins = admins;
        this.codes = codes;
        this.issuePromoCode = issuePromoCode;
        this.closePromoCode = closePromoCode;
        this.clock = clock;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof PromoAction own && admins.include(user)
                ? Optional.of(tapped(own, user))
                : Optional.empty();
    }

    private Turn tapped(PromoAction action, User admin) {
        return switch (action) {
            case PromoAction.OpenPromos(var from) -> list(from);
            case PromoAction.OpenPromo(var id) ->
                codes.find(id).map(code -> card(code, admin)).orElseGet(this::gone);
            case PromoAction.Create _ -> asking(new PromoText.AskTerms(PromoWords.EXAMPLES));
            case PromoAction.End(var id) ->
                codes.find(id).map(PromoDialog::askEnd).orElseGet(this::gone);
            case PromoAction.ConfirmEnd(var id) ->
                codes.find(id).map(code -> end(code, admin)).orElseGet(this::gone);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof PromoStep own && admins.include(user)
                ? Optional.of(said(words, own, user))
                : Optional.empty();
    }

    private Turn said(String words, PromoStep step, User admin) {
        return switch (step) {
            case PromoStep.Creating _ ->
                switch (PromoWords.read(words, clock.instant(), admin.zone())) {
                    case PromoWords.Reading.Understood(var terms) -> create(terms, admin);
                    case PromoWords.Reading.Unclear(var word) ->
                        asking(new PromoText.BadTerms(Names.quoted(word), PromoWords.EXAMPLES));
                };
        };
    }

    private Turn create(IssuePromoCode.Terms terms, User admin) {
        return switch (issuePromoCode.issue(new Actor.Admin(admin.chat()), terms)) {
            case CreatePromoCode.Outcome.Created(var code) -> card(code, admin).toast(new PromoText.CreatedToast());
            case CreatePromoCode.Outcome.Malformed _ -> asking(new PromoText.Malformed(PromoWords.EXAMPLES));
            case CreatePromoCode.Outcome.Taken _ -> asking(new PromoText.Taken(Names.quoted(terms.code())));
        };
    }

    private static Turn asking(Text words) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), PromoAction.OpenPromos.first()))
                .expecting(new PromoStep.Creating());
    }

    private Turn list(Optional<PromoCodeId> from) {
        var page = codes.page(from, PAGE);
        var screen = Screen.saying(page.items().isEmpty() ? new PromoText.NoPromos() : new PromoText.Promos());
        for (var code : page.items()) {
            screen = screen.button(item(code), new PromoAction.OpenPromo(code.id()));
        }
        var turning =
                Pages.turning(page.newer().map(PromoDialog::turn), page.older().map(PromoDialog::turn));
        return Turn.show(screen.row(turning)
                .button(new PromoText.CreateButton(), new PromoAction.Create())
                .button(new MenuText.BackButton(), new AdminAction.OpenAdmin()));
    }

    private static Action turn(PromoCodeId from) {
        return new PromoAction.OpenPromos(Optional.of(from));
    }

    private Text item(PromoCode code) {
        return code.isOverAt(clock.instant())
                ? new PromoText.OverItem(code.code(), benefit(code))
                : new PromoText.OpenItem(code.code(), benefit(code));
    }

    private Turn card(PromoCode code, User admin) {
        var total = code.limits().total();
        var screen = Screen.saying(new PromoText.Promo(
                code.code(),
                benefit(code),
                total.isPresent()
                        ? new PromoText.UsesOf(code.uses(), total.getAsInt())
                        : new PromoText.Uses(code.uses()),
                code.limits().perPerson(),
                code.window().from().atZone(admin.zone()),
                end(code, admin.zone())));
        var withEnd = code.isOverAt(clock.instant())
                ? screen
                : screen.button(new PromoText.EndButton(), new PromoAction.End(code.id()));
        return Turn.show(withEnd.button(new MenuText.BackButton(), PromoAction.OpenPromos.first()));
    }

    private static Text benefit(PromoCode code) {
        return switch (code.benefit()) {
            case PromoCode.Benefit.Balance(var credits) -> new PromoText.Balance(Amount.of(credits));
            case PromoCode.Benefit.Bonus(var percent) -> new PromoText.Bonus(percent);
            case PromoCode.Benefit.Discount(var percent) -> new PromoText.Discount(percent);
        };
    }

    private static Text end(PromoCode code, ZoneId zone) {
        return code.endedAt()
                .<Text>map(at -> new PromoText.Ended(at.atZone(zone)))
                .or(() -> code.window().until().map(end -> new PromoText.Until(end.atZone(zone))))
                .orElseGet(PromoText.Endless::new);
    }

    private static Turn askEnd(PromoCode code) {
        return Turn.show(Screen.saying(new PromoText.AskEnd(code.code()))
                .button(new PromoText.ConfirmEndButton(), new PromoAction.ConfirmEnd(code.id()))
                .button(new MenuText.BackButton(), new PromoAction.OpenPromo(code.id())));
    }

    private Turn end(PromoCode code, User admin) {
        return switch (closePromoCode.close(new Actor.Admin(admin.chat()), code.code())) {
            case EndPromoCode.Outcome.Ended(var ended) -> card(ended, admin).toast(new PromoText.EndedToast());
            case EndPromoCode.Outcome.EndedAlready(var ended) ->
                card(ended, admin).toast(new PromoText.EndedAlready());
            case EndPromoCode.Outcome.Unknown _ -> gone();
        };
    }

    private Turn gone() {
        return list(Optional.empty()).toast(new PromoText.Gone());
    }
}
