/** Statutory steps of a decision and the time in which the public may speak: golden days, both sides of each. */
import "reflect-metadata";
import {
  isOpenOn,
  isTooShort,
  leastClosesOn,
} from "../../../subgraphs/openness/decision-consultation/decision-consultation.js";
import { missingSteps, stepsOn, STATUTORY_STEPS } from "../../../subgraphs/openness/decision/decision.js";
import { StatutoryStep, StepState } from "../../../subgraphs/openness/decision/decision.enums.js";

const { PUBLIC_PARTICIPATION, EXPERT_ARGUMENT, RISK_ASSESSMENT, LEGALITY_REVIEW, COLLECTIVE_DISCUSSION } =
  StatutoryStep;
const all = STATUTORY_STEPS.map((step) => ({ step, takenOn: "2026-08-20" }));

describe("statutory steps", () => {
  it("are five in the order of the law, each a gap where nothing is known of it", () => {
    expect(stepsOn([], "2026-09-28")).toEqual(
      [PUBLIC_PARTICIPATION, EXPERT_ARGUMENT, RISK_ASSESSMENT, LEGALITY_REVIEW, COLLECTIVE_DISCUSSION].map((step) => ({
        step,
        state: StepState.MISSING,
      })),
    );
  });

  it("are taken from their day on", () => {
    expect(missingSteps(all, "2026-08-19")).toEqual(STATUTORY_STEPS);
    expect(missingSteps(all, "2026-08-20")).toEqual([]);
  });

  it.each([
    [PUBLIC_PARTICIPATION, []],
    [EXPERT_ARGUMENT, []],
    [RISK_ASSESSMENT, []],
    [LEGALITY_REVIEW, [LEGALITY_REVIEW]],
    [COLLECTIVE_DISCUSSION, [COLLECTIVE_DISCUSSION]],
  ])("%s may be left out for a reason: missing is then %j", (left, missing) => {
    const steps = all.map((one) => (one.step === left ? { step: left, notNeededBecause: "依法不适用" } : one));
    expect(missingSteps(steps, "2026-09-28")).toEqual(missing);
  });

  it("show no evidence of a step that is still to come", () => {
    const [, expert] = stepsOn([{ step: EXPERT_ARGUMENT, takenOn: "2026-09-29", outcome: "可行" }], "2026-09-28");
    expect(expert).toEqual({ step: EXPERT_ARGUMENT, state: StepState.MISSING });
  });
});

describe("time to speak", () => {
  const opensOn = "2025-03-03";

  it("is thirty days after the day of opening", () => {
    expect(leastClosesOn(opensOn)).toBe("2025-04-02");
    expect(leastClosesOn("2026-02-28")).toBe("2026-03-30");
  });

  it("is too short a day earlier, but for a reason that is stated", () => {
    expect(isTooShort({ opensOn, closesOn: "2025-04-02" })).toBe(false);
    expect(isTooShort({ opensOn, closesOn: "2025-04-01" })).toBe(true);
    expect(isTooShort({ opensOn, closesOn: "2025-04-01", shortenedBecause: "情况紧急" })).toBe(false);
  });

  it.each([
    ["2025-03-02", false],
    ["2025-03-03", true],
    ["2025-04-02", true],
    ["2025-04-03", false],
  ])("on %s is open: %s", (day, open) => {
    expect(isOpenOn({ opensOn, closesOn: "2025-04-02" }, day)).toBe(open);
  });
});
