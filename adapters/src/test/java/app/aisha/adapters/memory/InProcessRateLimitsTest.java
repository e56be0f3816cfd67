package app.aisha.adapters.memory;

import static app.aisha.bot.routing.RateLimits.Kind.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.routing.RateLimits.Kind;
import app.aisha.bot.routing.RateLimits.Limit;
import app.aisha.bot.routing.RateLimitsContract;
import app.aisha.core.account.ChatId;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InProcessRateLimitsTest implements RateLimitsContract {

    @Override
    public RateLimits limits(Map<Kind, Limit> limits, InstantSource clock) {
        return new InProcessRateLimits(limits, clock, 100);
    }

    @Test
    void ofTooManyPeopleTheOneSilentLongestIsForgotten() {
        var limits = new InProcessRateLimits(THREE_A_MINUTE, new Clock(), 2);
        limits.count(new ChatId(1), RECORDING);
        limits.count(new ChatId(2), RECORDING);
        limits.count(new ChatId(1), RECORDING);
        limits.count(new ChatId(3), RECORDING);

        assertThat(limits.size()).isEqualTo(2);
        assertThat(limits.count(new ChatId(1), RECORDING)).isPresent();
        assertThat(limits.count(new ChatId(2), RECORDING)).isEmpty();
    }
}
