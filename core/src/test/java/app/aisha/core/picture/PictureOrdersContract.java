package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place that keeps orders of pictures promises. */
public interface PictureOrdersContract {

    /** The orders under test; others may be among them. */
    PictureOrders orders();

    /** A person without orders. */
    UserId someone();

    private <T extends PictureOrder> T kept(Class<T> state, long seed) {
        var order = PictureExamples.order(state, someone(), seed);
        orders().add(order);
        return order;
    }

    @Test
    default void everyStateSurvivesTheJourney() {
        for (var state : Examples.recordsOf(PictureOrder.class).toList()) {
            for (var seed = 0; seed < 40; seed++) {
                var order = kept(state.asSubclass(PictureOrder.class), seed);
                assertThat(orders().find(order.id())).contains(order);
            }
        }
    }

    @Test
    default void everyStepSurvivesTheJourney() {
        var composing = kept(PictureOrder.Composing.class, 4);
        var wording = new Wording("a lake", Optional.of("озеро"));
        var offered = saved(saved(composing.worded(wording)).worded(new Wording("a sea", Optional.empty())));
        var wishing = saved(offered.wishing(
                new Wish.Change("warmer"), offered.heading().at().plusSeconds(600)));
        var again = saved(
                wishing.wishing(new Wish.Words("colder"), offered.heading().at().plusSeconds(700)));
        var back = saved(again.unchanged().orElseThrow());
        assertThat(saved(back.undone()).wording()).isEqualTo(wording);
    }

    private <T extends PictureOrder> T saved(T order) {
        orders().save(order);
        assertThat(orders().find(order.id())).contains(order);
        return order;
    }

    @Test
    default void whatChangedMeanwhileIsNotOverwritten() {
        var offered = kept(PictureOrder.Offered.class, 1);
        orders().save(offered.placed());

        assertThatThrownBy(() -> orders().save(offered.abandoned())).isInstanceOf(StaleState.class);
        assertThat(orders().find(offered.id())).contains(offered.placed());
        assertThatThrownBy(() -> orders().save(PictureExamples.order(PictureOrder.Placed.class, someone(), 1)))
                .isInstanceOf(StaleState.class);
    }

    @Test
    default void aStrangerSeesNothing() {
        var order = kept(PictureOrder.Offered.class, 2);
        var stranger = someone();

        assertThat(orders().find(order.id(), stranger)).isEmpty();
        assertThat(orders().lock(order.id(), stranger)).isEmpty();
        assertThat(orders().lock(order.id(), order.owner())).contains(order);
    }

    @Test
    default void oldOnesThatWereNeverPlacedGo() {
        var offered = kept(PictureOrder.Offered.class, 1);
        var composing = kept(PictureOrder.Composing.class, 2);
        var abandoned = kept(PictureOrder.Abandoned.class, 3);
        var placed = kept(PictureOrder.Placed.class, 4);
        var moment = offered.heading().at();

        assertThat(orders().dropUnplaced(moment, 1_000_000)).isEmpty();
        var few = orders().dropUnplaced(moment.plusMillis(1), 2);
        assertThat(few).hasSize(2).doesNotContain(placed);
        var rest = orders().dropUnplaced(moment.plusMillis(1), 1_000_000);
        assertThat(few).doesNotContainAnyElementsOf(rest);
        for (var order : new PictureOrder[] {offered, composing, abandoned}) {
            assertThat(orders().find(order.id())).isEmpty();
            assertThat(few.contains(order) || rest.contains(order)).isTrue();
        }
        assertThat(orders().find(placed.id())).contains(placed);
    }
}
