package app.aisha.bot.profile;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.bot.profile.ChartPainter.Chart;
import app.aisha.bot.profile.ChartPainter.Panel;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.profile.Statistics;
import app.aisha.core.profile.Statistics.Day;
import app.aisha.core.profile.Statistics.Figures;
import app.aisha.core.wallet.Prices;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The last days of a person as a picture with a few figures below. */
public final class FiguresScreen {

    private static final int DAYS = 30;

    private final Statistics statistics;
    private final Prices prices;
    private final ChartPainter painter;
    private final Texts texts;
    private final InstantSource clock;

    public FiguresScreen(Statistics statistics, Prices prices, ChartPainter painter, Texts texts, InstantSource clock) {
        this.statistics = statistics;
        this.prices = prices;
        this.painter = painter;
        this.texts = texts;
        this.clock = clock;
    }

    Screen of(User user) {
        var today = LocalDate.ofInstant(clock.instant(), user.zone());
        var days = statistics.days(user.id(), today.minusDays(DAYS - 1), today, user.zone());
        var lately = days.stream().map(Day::figures).reduce(Figures.NONE, Figures::plus);
        var total = statistics.total(user.id());
        Text spent = prices.areListed() ? new ProfileText.Spent(Amount.of(lately.spent())) : new MenuText.Nothing();
        return Screen.saying(new ProfileText.Figures(
                        DAYS, lately.transcripts(), lately.sound(), spent, total.transcripts(), total.sound()))
                .with(Picture.png(painter.paint(chart(user, days))))
                .button(new MenuText.ProfileButton(), new MenuAction.OpenProfile());
    }

    private Chart chart(User user, List<Day> days) {
        var panels = new ArrayList<Panel>();
        panels.add(panel(
                new ProfileText.MinutesPanel(),
                user,
                days,
                figures -> Math.ceilDiv(figures.sound().toSeconds(), 60)));
        if (prices.areListed()) {
            panels.add(panel(
                    new ProfileText.CreditsPanel(),
                    user,
                    days,
                    figures -> figures.spent().amount()));
        }
        return new Chart(user.language(), texts.plain(new ProfileText.ChartTitle(DAYS), user.language()), panels);
    }

    private Panel panel(Text title, User user, List<Day> days, ToLongFunction<Figures> value) {
        var label = DateTimeFormatter.ofPattern("d MMM", user.language().locale());
        return new Panel(
                texts.plain(title, user.language()),
                days.stream()
                        .map(day -> new Bar(label.format(day.date()), value.applyAsLong(day.figures())))
                        .toList());
    }
}
