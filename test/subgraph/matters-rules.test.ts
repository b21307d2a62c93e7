/** The rules of the matters subgraph as tables: states, guards, policies, lights, suppression, codes, differences. No database. */
import "reflect-metadata";
import { VIEWERS } from "../support/viewers.js";
import { raisedLight, toCaseLimit, type ClockFacts } from "../../subgraphs/matters/case-clock/case-clock.js";
import { clockCalendar } from "../../subgraphs/matters/case-clock/case-clock.repository.js";
import { TaskType } from "../../subgraphs/matters/matter/matter.enums.js";
import type { MatterVersionContent } from "../../subgraphs/matters/matter-version/matter-version.js";
import { versionDifference } from "../../subgraphs/matters/matter-version/version-difference.js";
import { AlertKind, classOf } from "../../subgraphs/matters/monitor-alert/monitor-alert.status.js";
import { canRead } from "../../platform/disclosure/admission/index.js";
import { brokenGuards } from "../../platform/machine/index.js";
import { parseCodeKeys, type KeyedCodes } from "../../platform/domain/index.js";
import { queryCodes } from "../../subgraphs/matters/service-case/query-code.js";
import { PAUSING_KINDS } from "../../subgraphs/matters/service-case/service-case.js";
import { WHOSE_CASE } from "../../subgraphs/matters/service-case/service-case.policy.js";
import { CASE } from "../../subgraphs/matters/service-case/service-case.machine.js";
import { CaseState } from "../../subgraphs/matters/service-case/service-case.state.js";
import { WHOSE_LICENCE } from "../../subgraphs/matters/electronic-licence/electronic-licence.policy.js";
import { Light, LimitUnit } from "../../platform/graphql/index.js";

describe("the life of a case", () => {
  const granted = { acceptanceNo: "SL1", granted: true, openSuspension: false, committedMaterials: ["-"] };
  it.each([
    ["ACCEPTED", { ...granted, acceptanceNo: undefined }, ["ACCEPTANCE_NUMBER_NEEDED"]],
    ["ACCEPTED", { ...granted, granted: undefined }, []],
    ["DECIDED", { ...granted, granted: false }, ["REFUSAL_NEEDS_REASONS", "REFUSAL_NEEDS_REMEDY"]],
    ["DECIDED", { ...granted, granted: false, reasons: "a", remedy: "b" }, []],
    ["COMPLETED", { ...granted, granted: false, remedy: "b" }, ["REFUSAL_NEEDS_REASONS"]],
    ["NOT_ACCEPTED", { granted: false, reasons: "a", openSuspension: false }, ["REFUSAL_NEEDS_REMEDY"]],
    ["SUSPENDED", granted, ["OPEN_PROCEDURE_NEEDED"]],
    ["SUSPENDED", { ...granted, openSuspension: true }, []],
    ["REVIEW", { ...granted, openSuspension: true }, ["OPEN_PROCEDURE_LEFT"]],
    ["SUBMITTED", { openSuspension: false }, []],
  ] as const)("in %s with %j breaks %j", (state, facts, broken) =>
    expect(brokenGuards(CASE, CaseState[state], facts)).toEqual(broken),
  );

  it("pauses for the procedures of the Licensing Law, article 45, alone", () =>
    expect([...PAUSING_KINDS].sort()).toEqual([
      "APPRAISAL",
      "AUCTION",
      "BIDDING",
      "EXPERT_REVIEW",
      "HEARING",
      "INSPECTION",
      "QUARANTINE",
      "TEST",
    ]));
});

describe("the class of an alert", () => {
  it.each([
    ["TIME_LIMIT", "YELLOW", { anomaly: "TIME_LIMIT", level: "WARNING" }],
    ["TIME_LIMIT", "RED", { anomaly: "TIME_LIMIT", level: "ALARM" }],
    ["TIME_LIMIT", "BLACK", { anomaly: "TIME_LIMIT", level: "ALARM" }],
    ["UNLAWFUL_FEE", "RED", { anomaly: "DISCRETION", level: "ALARM" }],
    ["NO_REASONS", "RED", { anomaly: "CONTENT", level: "ALARM" }],
    ["RISK_POINT", "YELLOW", { anomaly: "RISK", level: "REMINDER" }],
  ] as const)("%s in %s is %j", (kind, light, expected) =>
    expect(classOf(AlertKind[kind], Light[light])).toMatchObject(expected),
  );
});

describe("who may know of a case", () => {
  const access = {
    state: CaseState.REVIEW,
    applied_on: "2026-09-01",
    subject: "demo-subject-1",
    dept_uscc: "11990101MB9000015E",
    division_code: "222401",
  };
  it.each([
    ["anonymous", false, false, false],
    ["citizen-1", true, true, true],
    ["citizen-2", false, false, false],
    ["agent-1", false, false, false],
    ["officer-1", true, false, true],
    ["officer-2", false, false, false],
    ["supervisor-1", true, false, true],
    ["auditor-1", false, false, false],
    ["publisher-1", true, false, true],
    ["app-open", false, false, false],
    ["app-partner", false, false, false],
  ] as const)("%s: a case %p, a draft %p, a licence %p", (viewer, ofCase, ofDraft, ofLicence) => {
    const reader = { viewer: VIEWERS[viewer] };
    expect(canRead(WHOSE_CASE, reader, access)).toBe(ofCase);
    expect(canRead(WHOSE_CASE, reader, { ...access, state: CaseState.DRAFT })).toBe(ofDraft);
    const discarded = { ...access, state: CaseState.VOID, applied_on: null };
    expect(canRead(WHOSE_CASE, reader, discarded)).toBe(ofDraft);
    expect(canRead(WHOSE_LICENCE, reader, access)).toBe(ofLicence);
  });

  it("an officer whose own hash is the applicant's is not its owner by that", () => {
    const officer = { ...VIEWERS["officer-2"], subjectHash: "demo-subject-1" };
    expect(canRead(WHOSE_CASE, { viewer: officer }, access)).toBe(false);
  });
});

describe("limits and lights", () => {
  it.each([
    [undefined, undefined],
    [
      { amount: 20, unit: LimitUnit.WORKING_DAY },
      { amount: 20, unit: "WD" },
    ],
    [
      { amount: 30, unit: LimitUnit.NATURAL_DAY },
      { amount: 30, unit: "D" },
    ],
    [
      { amount: 0, unit: LimitUnit.IMMEDIATE },
      { amount: 0, unit: "D" },
    ],
    [
      { amount: 0, unit: LimitUnit.WORKING_DAY },
      { amount: 0, unit: "D" },
    ],
    [
      { amount: 4, unit: LimitUnit.HOUR },
      { amount: 1, unit: "D" },
    ],
    [
      { amount: 48, unit: LimitUnit.HOUR },
      { amount: 2, unit: "D" },
    ],
  ])("a limit of %j counts as %j", (limit, expected) => expect(toCaseLimit(limit)).toEqual(expected));

  const clock: ClockFacts = {
    state: CaseState.REVIEW,
    acceptedOn: "2026-03-02",
    promised: { amount: 5, unit: "WD" }, // 03-09
    statutory: { amount: 20, unit: "WD" }, // 03-30
    pauses: [],
    extensions: [],
    steps: [],
    stepLimits: [],
    matterVersion: 1,
    taskType: TaskType.LICENSING_01,
  };
  it.each([
    ["2026-03-05", undefined],
    ["2026-03-06", { light: "YELLOW", reason: "PROMISE_NEAR", raisedOn: "2026-03-06" }],
    ["2026-03-08", { light: "YELLOW", reason: "PROMISE_NEAR", raisedOn: "2026-03-06" }],
    ["2026-03-09", { light: "YELLOW", reason: "PROMISE_NEAR", raisedOn: "2026-03-06" }],
    ["2026-03-10", { light: "RED", reason: "PROMISE_PASSED", raisedOn: "2026-03-10" }],
    ["2026-03-30", { light: "RED", reason: "PROMISE_PASSED", raisedOn: "2026-03-10" }],
    ["2026-03-31", { light: "BLACK", reason: "STATUTORY_PASSED", raisedOn: "2026-03-31" }],
  ])("on %s it is %j", (today, expected) => expect(raisedLight(clock, today)).toEqual(expected));

  it("keeps the light of the day on which it was completed, and no yellow one", () => {
    const done = { ...clock, state: CaseState.COMPLETED };
    expect(raisedLight({ ...done, completedOn: "2026-03-09" }, "2026-09-28")).toBeUndefined();
    expect(raisedLight({ ...done, completedOn: "2026-03-10" }, "2026-09-28")).toEqual({
      light: "RED",
      reason: "PROMISE_PASSED",
      raisedOn: "2026-03-10",
    });
    expect(raisedLight({ ...clock, state: CaseState.WITHDRAWN }, "2026-09-28")).toBeUndefined();
  });

  it("asks the database with the last working day before, and the next one where it is known", () => {
    expect(clockCalendar("2026-09-28")).toMatchObject({ before: "2026-09-24", next: "2026-09-29" });
    expect(clockCalendar("2026-02-13")).toMatchObject({ before: "2026-02-12", next: "2026-02-14" });
    expect(clockCalendar("2026-12-31")).toMatchObject({ before: "2026-12-30", next: "2026-12-31" });
    const unpublished = clockCalendar("2027-03-01");
    // Of a year without a calendar only the latest thinkable days are counted, and none of them makes a yellow light.
    expect([unpublished.before, unpublished.next, unpublished.end]).toEqual(["2027-02-26", undefined, "2026-12-31"]);
    expect(clockCalendar("2026-09-28").end).toBe("2026-12-31");
  });
});

describe("query codes", () => {
  const codesOf = (byte: number): KeyedCodes =>
    queryCodes(parseCodeKeys(`k:${Buffer.alloc(32, byte).toString("base64url")}`));
  it("are the right ones for their case and key alone", () => {
    const codes = codesOf(7);
    const code = codes.make("1");
    expect(code).toHaveLength(10);
    expect(codes.isRight("1", code)).toBe(true);
    expect(codes.isRight("1", ` ${code.toLowerCase()} `)).toBe(true);
    expect(codes.isRight("2", code)).toBe(false);
    expect(codesOf(8).isRight("1", code)).toBe(false);
    expect(codes.isRight("1", "")).toBe(false);
    expect(codes.isRight("1", `${code}A`)).toBe(false);
  });
});

describe("version differences", () => {
  const base: MatterVersionContent = {
    taskName: "甲",
    conditions: [],
    materials: [{ name: "申请表", copies: 1, situationIds: [] }],
    steps: [{ name: "受理", workingDays: 1 }],
    fees: [],
    faqs: [],
  };
  it.each([
    ["a changed name", { taskName: "乙" }, [["taskName", "CHANGED", "甲", "乙"]]],
    ["a value that appears", { acceptCondition: "齐全" }, [["acceptCondition", "ADDED", undefined, "齐全"]]],
    [
      "a material that is put before the others, as one addition",
      { materials: [{ name: "营业执照", copies: 2, situationIds: ["NEW"] }, ...base.materials] },
      [["materials[营业执照]", "ADDED", undefined, "营业执照"]],
    ],
    ["a material that goes", { materials: [] }, [["materials[申请表]", "REMOVED", "申请表", undefined]]],
    [
      "a situation of a material",
      { materials: [{ name: "申请表", copies: 1, situationIds: ["NEW"] }] },
      [["materials[申请表].situationIds[1]", "ADDED", undefined, "NEW"]],
    ],
    ["nothing for an empty object", { result: {} }, []],
  ])("name %s", (_case, change, expected) =>
    expect(
      versionDifference(base, { ...base, ...change }).map(({ field, kind, oldValue, newValue }) => [
        field,
        kind,
        oldValue,
        newValue,
      ]),
    ).toEqual(expected),
  );
});
