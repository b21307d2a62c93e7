/** The clocks of a request for information against golden days: receipt, correction, third party, extension. */
import "reflect-metadata";
import {
  answerDeadline,
  answerInTime,
  noticeDeadline,
  noticeInTime,
  opinionIsOver,
  type DisclosureClockFacts,
} from "../../../subgraphs/openness/disclosure-request/disclosure-clock.js";
import { DisclosureState } from "../../../subgraphs/openness/disclosure-request/disclosure-request.machine.js";

const RECEIVED: DisclosureClockFacts = {
  state: DisclosureState.RECEIVED,
  receivedOn: "2026-02-10",
  consultations: [],
};
const due = (facts: Partial<DisclosureClockFacts>, today = "2026-03-05"): unknown => {
  const deadline = answerDeadline({ ...RECEIVED, ...facts }, today);
  return deadline && [deadline.dueOn, deadline.state, deadline.suspendedDays];
};

describe("the limit of an answer", () => {
  it("is twenty working days from receipt, make-up days counted and the holiday not", () => {
    expect(due({})).toEqual(["2026-03-16", "RUNNING", 0]);
    expect(due({}, "2026-03-16")).toEqual(["2026-03-16", "RUNNING", 0]);
    expect(due({}, "2026-03-17")).toEqual(["2026-03-16", "LATE", 0]);
  });

  it("is extended once by twenty more", () => {
    expect(due({ extendedOn: "2026-03-10" })).toEqual(["2026-04-14", "RUNNING", 0]);
  });

  it("does not count a third party's time, up to its own limit and no longer", () => {
    const asked = (askedOn: string, endedOn?: string) => ({ consultations: [{ askedOn, endedOn }] });
    expect(due(asked("2026-02-25", "2026-03-04"), "2026-03-24")).toEqual(["2026-03-25", "RUNNING", 7]);
    expect(due(asked("2026-02-25"), "2026-03-17")).toEqual([undefined, "SUSPENDED", 0]);
    // L11 ends on 2026-03-17: whoever waits on, or records it later, wins no day.
    const over = ["2026-04-08", "RUNNING", 16];
    expect(due(asked("2026-02-25"), "2026-03-18")).toEqual(over);
    expect(due(asked("2026-02-25", "2026-04-01"), "2026-04-02")).toEqual(over);
    expect(opinionIsOver("2026-02-25", "2026-03-17")).toBe(false);
    expect(opinionIsOver("2026-02-25", "2026-03-18")).toBe(true);
  });

  it("begins anew once the request was made clear, and does not run while that is asked for", () => {
    const correctionAskedOn = "2026-02-12";
    expect(due({ state: DisclosureState.CORRECTION_ASKED, correctionAskedOn })).toBeUndefined();
    expect(due({ state: DisclosureState.REGISTERED, correctionAskedOn, correctedOn: "2026-02-27" })).toEqual([
      ...["2026-03-26", "RUNNING", 0],
    ]);
  });

  it("is met by an answer on its last day, and missed the day after", () => {
    const answered = (endedOn: string) => due({ state: DisclosureState.ANSWERED, endedOn }, "2026-09-28");
    expect(answered("2026-03-16")).toEqual(["2026-03-16", "MET", 0]);
    expect(answered("2026-03-17")).toEqual(["2026-03-16", "LATE", 0]);
    expect(due({ state: DisclosureState.WITHDRAWN, endedOn: "2026-02-11" })).toBeUndefined();
  });

  it("does not end for certain in a year whose calendar is not published", () => {
    const late = { ...RECEIVED, receivedOn: "2026-12-20" };
    expect(answerDeadline(late, "2026-12-21")).toMatchObject({ state: "PROVISIONAL" });
    expect(answerInTime(late, "2027-01-15")).toBe(true);
  });
});

describe("the notice of what is unclear", () => {
  it("has seven working days, once", () => {
    expect(noticeDeadline({ ...RECEIVED, receivedOn: "2026-02-12" }, "2026-02-13")?.dueOn).toBe("2026-02-28");
    expect(noticeInTime("2026-02-12", "2026-02-28")).toBe(true);
    expect(noticeInTime("2026-02-12", "2026-03-01")).toBe(false);
    expect(noticeDeadline({ ...RECEIVED, state: DisclosureState.REGISTERED }, "2026-03-05")).toBeUndefined();
  });
});
