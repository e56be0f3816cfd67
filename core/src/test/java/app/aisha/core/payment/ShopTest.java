package app.aisha.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.wallet.Credits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {

    @ParameterizedTest
    @CsvSource({"100,10,90", "100,100,1", "1,50,1", "270,25,203", "3,1,3", "10000,99,100"})
    void aDiscountIsRoundedUpAndLeavesAStar(int stars, int percent, int discounted) {
        assertThat(new Benefit.Discount(percent).on(stars)).isEqualTo(discounted);
    }

    @ParameterizedTest
    @CsvSource({"100,10,10", "1,1,1", "99,10,9", "1000,500,5000"})
    void aBonusIsRoundedDownAndIsAtLeastOne(long credits, int percent, long bonus) {
        assertThat(new Benefit.Bonus(percent).on(new Credits(credits))).isEqualTo(new Credits(bonus));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void benefitsHaveTheirBounds(int percent) {
        assertThatThrownBy(() -> new Benefit.Bonus(percent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Benefit.Discount(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShopWithoutPackagesIsNone() {
        assertThatThrownBy(() -> new Shop(Market.PRICES, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRateOfTheFirstPackageGivesAtLeastACredit() {
        var shop = new Shop(Market.PRICES, List.of(new StarPackage(new Credits(10), 1_000)));

        assertThat(shop.worth(1).total()).isEqualTo(new Credits(1));
        assertThat(shop.worth(950).total()).isEqualTo(new Credits(9));
    }

    @Test
    void everyPayloadFitsAnInvoiceAndIsReadBack() {
        var random = new Random(20_261_123);
        for (var i = 0; i < 1_000; i++) {
            var payload = new InvoicePayload(
                    new StarOrderId(new UUID(random.nextLong(), random.nextLong())),
                    new Sold(new Credits(random.nextLong(1, 1_000_000)), new Credits(random.nextLong(5_000_000))));

            assertThat(payload.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(128);
            assertThat(InvoicePayload.parse(payload.text())).contains(payload);
        }
    }

    @Test
    void whatIsNoPayloadIsNotRead() {
        var order = UUID.randomUUID();
        for (var text : List.of(
                order + ":0:5", order + ":1", order + ":-1:0", order + ":1:0:", order + ":9999999999:0", ":1:0")) {
            assertThat(InvoicePayload.parse(text)).as(text).isEmpty();
        }
    }
}
