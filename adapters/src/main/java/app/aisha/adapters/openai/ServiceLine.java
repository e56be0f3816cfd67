package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.adapters.http.ServicePause;

/** What all calls of one service share on their way to it. */
record ServiceLine(AdaptiveGate gate, ServicePause pause, Patience patience) {

    /** Asks for leave to call; a try that is due is then this call. */
    ServicePause.Leave leave() throws ServiceUnavailable {
        try {
            return pause.enter();
        } catch (ServicePause.Withheld e) {
            throw new ServiceUnavailable(e.why().sentence(), e.pause(), true);
        }
    }
}
