package app.aisha.app.wiring;

import app.aisha.core.work.OperatorAlarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator in the log. */
final class LoggedOperatorAlarm implements OperatorAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedOperatorAlarm.class);

    @Override
    public void tell(Alarm alarm) {
        LOG.warn("{} {}: {}", alarm.service(), alarm.trouble(), alarm.sentence());
    }
}
