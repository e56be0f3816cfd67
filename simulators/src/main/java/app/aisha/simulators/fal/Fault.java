package app.aisha.simulators.fal;

/**
 * A misbehaviour of the service towards its callers. The oldest that fits a request is shown.
 *
 * @param match only requests whose path contains it, for instance an endpoint or a request id; all when empty
 * @param times how often; negative for good
 * @param millis how long {@link FaultKind#SLOW} pauses
 * @param location where {@link FaultKind#REDIRECT} leads
 */
public record Fault(FaultPoint at, FaultKind kind, String match, int times, long millis, String location) {

    /** Shown to the next request at this point. */
    public static Fault once(FaultPoint at, FaultKind kind) {
        return new Fault(at, kind, "", 1, 1_000, "http://elsewhere.invalid/");
    }

    /** Shown to every request at this point. */
    public static Fault always(FaultPoint at, FaultKind kind) {
        return once(at, kind).times(-1);
    }

    public Fault times(int number) {
        return new Fault(at, kind, match, number, millis, location);
    }

    public Fault on(String partOfPath) {
        return new Fault(at, kind, partOfPath, times, millis, location);
    }

    public Fault pausing(long milliseconds) {
        return new Fault(at, kind, match, times, milliseconds, location);
    }

    public Fault to(String address) {
        return new Fault(at, kind, match, times, millis, address);
    }
}
