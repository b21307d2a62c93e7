/** The clock of a step: working days from its start, without suspended ones, against the limit of its name. */
import "reflect-metadata";
import { createWorkCalendar } from "../../../platform/domain/index.js";
import { raisedLight, raisedLights, type ClockFacts } from "../../../subgraphs/matters/case-clock/case-clock.js";
import {
  stepClock,
  stepsOverSince,
  type StepClockFacts,
  type StepFacts,
} from "../../../subgraphs/matters/case-clock/step-clock.js";
import { TaskType } from "../../../subgraphs/matters/matter/matter.enums.js";
import { CaseState } from "../../../subgraphs/matters/service-case/service-case.state.js";

const REVIEW: StepFacts = { name: "审核", startedOn: "2026-03-02" };

const facts = (changes: Partial<StepClockFacts> = {}): StepClockFacts => ({
  state: CaseState.REVIEW,
  pauses: [],
  extensions: [],
  steps: [REVIEW],
  stepLimits: [{ name: "审核", workingDays: 3 }, { name: "办结" }],
  ...changes,
});

describe("a step with a limit of three working days", () => {
  // Started on Monday 2026-03-02: the first day does not count, so Thursday is the last day in time.
  it.each([
    ["2026-03-02", { dueOn: "2026-03-05", deadlineState: "RUNNING", overtime: false, usedDays: 0 }],
    ["2026-03-05", { dueOn: "2026-03-05", deadlineState: "RUNNING", overtime: false, usedDays: 3 }],
    ["2026-03-06", { dueOn: "2026-03-05", deadlineState: "LATE", overtime: true, usedDays: 4, overDays: 1 }],
    // Saturday and Sunday are no working days, and late is late.
    ["2026-03-08", { dueOn: "2026-03-05", deadlineState: "LATE", overtime: true, usedDays: 4, overDays: 1 }],
  ])("stands on %s as %j while it runs", (today, expected) => {
    expect(stepClock(REVIEW, facts(), today)).toEqual({ limitDays: 3, ...expected });
  });

  it.each([
    ["2026-03-05", { deadlineState: "MET", overtime: false, usedDays: 3 }],
    ["2026-03-09", { deadlineState: "LATE", overtime: true, usedDays: 5, overDays: 2 }],
  ])("that ended on %s stands as %j, whatever the day", (endedOn, expected) => {
    for (const today of ["2026-03-10", "2026-09-28"])
      expect(stepClock({ ...REVIEW, endedOn }, facts(), today)).toEqual({
        limitDays: 3,
        dueOn: "2026-03-05",
        ...expected,
      });
  });

  it("counts make-up working days and leaves out weekends and holidays", () => {
    const due = (startedOn: string): string | undefined =>
      stepClock({ ...REVIEW, startedOn }, facts(), startedOn).dueOn;
    expect(due("2026-03-06")).toBe("2026-03-11");
    // Sunday 2026-09-20 is worked; 09-25 to 09-27 is the mid-autumn festival, 10-01 to 10-07 the national one.
    expect(due("2026-09-18")).toBe("2026-09-22");
    expect(due("2026-09-24")).toBe("2026-09-30");
    expect(due("2026-09-29")).toBe("2026-10-09");
  });

  it("leaves suspended days out", () => {
    const paused = facts({ pauses: [{ from: "2026-03-04", to: "2026-03-09" }] });
    expect(stepClock(REVIEW, paused, "2026-03-11")).toMatchObject({
      dueOn: "2026-03-11",
      overtime: false,
      usedDays: 3,
    });
    expect(stepClock(REVIEW, paused, "2026-03-12")).toMatchObject({ overtime: true, usedDays: 4, overDays: 1 });
  });

  it("stands still in a procedure that runs, but what was over before stays over", () => {
    const before = facts({ state: CaseState.SUSPENDED, pauses: [{ from: "2026-03-05" }] });
    expect(stepClock(REVIEW, before, "2026-09-28")).toEqual({
      limitDays: 3,
      dueOn: undefined,
      deadlineState: "SUSPENDED",
      overtime: false,
      usedDays: 2,
    });
    const later = facts({ state: CaseState.SUSPENDED, pauses: [{ from: "2026-03-06" }] });
    expect(stepClock(REVIEW, later, "2026-09-28")).toMatchObject({ dueOn: "2026-03-05", overtime: true });
  });

  it("is provisional across a year without a published calendar", () => {
    const step = { ...REVIEW, startedOn: "2026-12-30" };
    expect(stepClock(step, facts(), "2027-02-01")).toEqual({
      limitDays: 3,
      dueOn: undefined,
      latestOn: "2027-02-04",
      deadlineState: "PROVISIONAL",
      overtime: false,
      usedDays: undefined,
    });
    // Two of its days lie in 2027: the latest thinkable is the 25th weekday, as alerts count it in the database.
    expect(stepClock(step, facts(), "2027-02-04")).toMatchObject({ deadlineState: "PROVISIONAL", overtime: false });
    expect(stepClock(step, facts(), "2027-02-05")).toMatchObject({
      ...{ dueOn: undefined, deadlineState: "LATE", overtime: true, latestOn: "2027-02-04" },
    });
    const none = createWorkCalendar([]);
    expect(stepClock(REVIEW, facts(), "2026-03-20", none)).toMatchObject({
      deadlineState: "PROVISIONAL",
      overtime: false,
    });
  });

  it("is not over for what was late in a year that is published, whatever the next year", () => {
    const step = { ...REVIEW, startedOn: "2026-12-24" };
    expect(stepClock(step, facts(), "2027-02-01")).toMatchObject({ dueOn: "2026-12-29", overtime: true });
  });
});

describe("the limit of a step", () => {
  it("is none for a step that the version does not limit", () => {
    const unlimited = { overtime: false, usedDays: 20 };
    expect(stepClock({ ...REVIEW, name: "办结" }, facts(), "2026-03-30")).toEqual(unlimited);
    expect(stepClock({ ...REVIEW, name: "公示" }, facts(), "2026-03-30")).toEqual(unlimited);
    expect(stepClock(REVIEW, facts({ stepLimits: [{ name: "审核", workingDays: 0 }] }), "2026-03-30")).toEqual(
      unlimited,
    );
  });

  it("is a whole day where it is a part of one, and the shortest where a name stands twice", () => {
    const stepLimits = [
      { name: "审核", workingDays: 4 },
      { name: "审核", workingDays: 0.5 },
    ];
    expect(stepClock(REVIEW, facts({ stepLimits }), "2026-03-03")).toMatchObject({ limitDays: 1, dueOn: "2026-03-03" });
  });

  it("is longer by an extension that was approved during the step, and by no other", () => {
    const during = facts({ extensions: [{ from: "2026-03-04", days: 5 }] });
    expect(stepClock(REVIEW, during, "2026-03-12")).toMatchObject({ limitDays: 8, dueOn: "2026-03-12" });
    expect(stepClock({ ...REVIEW, endedOn: "2026-03-03" }, during, "2026-03-12").limitDays).toBe(3);
    expect(stepClock(REVIEW, facts({ extensions: [{ from: "2026-02-27", days: 5 }] }), "2026-03-12").limitDays).toBe(3);
  });
});

describe("a step in which the applicant was told what is missing", () => {
  it("is measured up to the notice: the days after it are the applicant's", () => {
    const told = facts({ state: CaseState.CORRECTION, noticeOn: "2026-03-04" });
    expect(stepClock(REVIEW, told, "2026-03-30")).toMatchObject({ deadlineState: "MET", overtime: false, usedDays: 2 });
    const late = facts({ state: CaseState.CORRECTION, noticeOn: "2026-03-06" });
    expect(stepClock(REVIEW, late, "2026-03-30")).toMatchObject({ deadlineState: "LATE", overtime: true, overDays: 1 });
  });

  it("is not over where the day of the notice is not on record", () => {
    expect(stepClock(REVIEW, facts({ state: CaseState.CORRECTION }), "2026-03-30").overtime).toBe(false);
  });

  it("counts in full where the notice came before it", () => {
    expect(stepClock(REVIEW, facts({ noticeOn: "2026-02-27" }), "2026-03-30").overtime).toBe(true);
  });
});

describe("the light of a case with steps", () => {
  const clock = (changes: Partial<ClockFacts> = {}): ClockFacts => ({
    ...facts(),
    acceptedOn: "2026-03-02",
    promised: { amount: 5, unit: "WD" }, // 03-09
    statutory: { amount: 20, unit: "WD" }, // 03-30
    matterVersion: 1,
    taskType: TaskType.LICENSING_01,
    ...changes,
  });

  it.each([
    ["2026-03-05", []],
    [
      "2026-03-06",
      [
        ["RED", "STEP_OVERTIME", "2026-03-06"],
        ["YELLOW", "PROMISE_NEAR", "2026-03-06"],
      ],
    ],
    [
      "2026-03-10",
      [
        ["RED", "PROMISE_PASSED", "2026-03-10"],
        ["RED", "STEP_OVERTIME", "2026-03-06"],
      ],
    ],
    [
      "2026-03-31",
      [
        ["BLACK", "STATUTORY_PASSED", "2026-03-31"],
        ["RED", "STEP_OVERTIME", "2026-03-06"],
      ],
    ],
  ])("is on %s, gravest first, %j", (today, expected) => {
    expect(raisedLights(clock(), today).map(({ light, reason, raisedOn }) => [light, reason, raisedOn])).toEqual(
      expected,
    );
  });

  it("is red for a step though no limit of the whole is known", () => {
    const unknown = clock({ promised: undefined, statutory: undefined, acceptedOn: undefined });
    expect(raisedLight(unknown, "2026-03-06")).toEqual({
      light: "RED",
      reason: "STEP_OVERTIME",
      raisedOn: "2026-03-06",
    });
  });

  it("stays red for a step that was over and ended, until the case ends without a decision", () => {
    const ended = clock({ steps: [{ ...REVIEW, endedOn: "2026-03-06" }], promised: { amount: 15, unit: "WD" } });
    expect(raisedLight(ended, "2026-03-12")?.light).toBe("RED");
    const done = { ...ended, state: CaseState.COMPLETED, completedOn: "2026-03-12", endedOn: "2026-03-12" };
    expect(raisedLight(done, "2026-09-28")?.reason).toBe("STEP_OVERTIME");
    expect(raisedLight({ ...ended, state: CaseState.WITHDRAWN, endedOn: "2026-03-12" }, "2026-09-28")).toBeUndefined();
  });

  it("begins with the first step that was over", () => {
    const steps = [
      { name: "审核", startedOn: "2026-03-10" },
      { name: "审核", startedOn: "2026-03-02", endedOn: "2026-03-10" },
    ];
    expect(stepsOverSince(facts({ steps }), "2026-03-30")).toBe("2026-03-06");
    expect(stepsOverSince(facts(), "2026-03-05")).toBeUndefined();
  });
});
