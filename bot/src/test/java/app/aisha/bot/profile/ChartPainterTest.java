package app.aisha.bot.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.bot.profile.ChartPainter.Chart;
import app.aisha.bot.profile.ChartPainter.Panel;
import app.aisha.core.account.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPainterTest {

    private static final Panel PANEL = new Panel("Transcripts", List.of(new Bar("25.11", 0)));

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aChartHasOneToFourPanels(int panels) {
        assertThatIllegalArgumentException().isThrownBy(() -> chart(Collections.nCopies(panels, PANEL)));
    }

    @Test
    void aPanelHasBars() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Panel("Transcripts", List.of()));
    }

    @Test
    void noBarIsBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bar("25.11", -1));
    }

    @Test
    void aChartKeepsWhatItWasMadeOf() {
        var panels = new ArrayList<>(List.of(PANEL));
        var chart = chart(panels);
        panels.clear();
        assertThat(chart.panels()).containsExactly(PANEL);
    }

    private static Chart chart(List<Panel> panels) {
        return new Chart(Language.EN, "Your last 30 days", panels);
    }
}
