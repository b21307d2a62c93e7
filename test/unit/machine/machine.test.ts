/** A machine looks at itself when it is made, and says of every event where it leads or why it may not. */

import {
  actorsOf,
  allowedEvents,
  brokenGuards,
  defineMachine,
  fieldsIn,
  followers,
  isTerminal,
  limitsIn,
  next,
  picture,
  ruleViolation,
  stateRows,
  statesBefore,
  transitionRows,
  type Machine,
  type Transition,
} from "../../../platform/machine/index.js";

type State = "DRAFT" | "OPEN" | "CLOSED" | "VOID";
type Event = "HAND_IN" | "CLOSE" | "DROP" | "TELL";
interface Facts {
  readonly reasons?: string;
  readonly sealed: boolean;
}
type Paper = Machine<State, Event, Facts>;

const LAW = "行政许可法 第三十八条";
const basis = (): string => LAW;
const steps: readonly Transition<State, Event, Facts>[] = [
  { event: "HAND_IN", from: ["DRAFT"], to: "OPEN", actors: ["SUBJECT"], basis, sets: ["handedInOn"] },
  {
    event: "CLOSE",
    from: ["OPEN"],
    to: "CLOSED",
    actors: ["OFFICER", "SUPERVISOR"],
    guards: [
      { reason: "SEALED_RECORD", en: "no sealed record", holds: ({ sealed }) => !sealed },
      { reason: "REASONS_NEEDED", en: "reasons are told", holds: ({ reasons }) => reasons !== undefined },
    ],
    basis,
    limit: "L02",
    sets: ["closedOn"],
  },
  { event: "DROP", from: ["DRAFT", "OPEN"], to: "VOID", actors: ["SUBJECT"], basis, sets: ["droppedOn"] },
  { event: "TELL", from: ["CLOSED"], to: "CLOSED", actors: ["OFFICER"], basis, limit: "L23", sets: ["toldOn"] },
];
const paper: Paper = {
  name: "PaperState",
  title: "Paper 文书",
  states: {
    DRAFT: { zh: "草稿", en: "Draft" },
    OPEN: { zh: "在办", en: "Open" },
    CLOSED: { zh: "办结", en: "Closed", terminal: true },
    VOID: { zh: "作废", en: "Void", terminal: true },
  },
  initial: "DRAFT",
  transitions: steps,
};
const machine = defineMachine(paper);
const clean: Facts = { sealed: false, reasons: "because" };
const { OPEN, CLOSED, VOID } = paper.states;

describe("a machine that is made", () => {
  it.each<[string, Partial<Paper>, string]>([
    ["a state that nothing leads to", { transitions: steps.slice(0, 2) }, "Nothing leads from DRAFT to VOID."],
    [
      "a last state that goes on",
      { transitions: [...steps, { ...steps[0]!, event: "CLOSE", from: ["VOID"] }] },
      "VOID is a last state, yet something leads out of it.",
    ],
    [
      "a state without an end that is not said to be one",
      { states: { ...paper.states, VOID: { zh: "作废", en: "Void" } } },
      "Nothing leads out of VOID, which is no last state.",
    ],
    [
      "two transitions that could both apply",
      { transitions: [...steps, { ...steps[2]!, to: "CLOSED", from: ["OPEN"] }] },
      "In OPEN, DROP could lead to VOID or to CLOSED.",
    ],
    [
      "a limit that is in no table",
      { transitions: steps.map((step) => ({ ...step, limit: "L99" })) },
      "TELL has the limit L99, which is in no table.",
    ],
    ["a state that is none", { states: { OPEN, CLOSED, VOID } as Paper["states"] }, "DRAFT is no state."],
    [
      "a step that nobody may take",
      { transitions: steps.map((step) => ({ ...step, actors: [] })) },
      "Nobody may DROP to VOID.",
    ],
    [
      "a step that rests on no law",
      { transitions: steps.map((step) => ({ ...step, basis: () => " " })) },
      "CLOSE to CLOSED rests on no law.",
    ],
    [
      "a step that begins nowhere",
      { transitions: [...steps, { ...steps[3]!, from: [] }] },
      "TELL to CLOSED begins nowhere.",
    ],
  ])("is refused with %s", (_fault, changes, sentence) => {
    expect(() => defineMachine({ ...paper, ...changes })).toThrow(sentence);
  });

  it("knows limits of the table, those of a place too, whole and by the start of several", () => {
    const made = (limit: string): Paper =>
      defineMachine({ ...paper, transitions: [{ ...steps[0]!, limit }, ...steps.slice(1)] });
    expect(limitsIn(made("M-CONTRACT"), "DRAFT")).toEqual(["M-CONTRACT"]);
    expect(limitsIn(made("L24-MARKET"), "DRAFT")).toEqual(["L24-MARKET"]);
    expect(() => made("L24")).not.toThrow();
    expect(() => made("L24-")).toThrow("in no table");
  });
});

describe("an event", () => {
  it("leads where the machine says", () => {
    expect(next(machine, "CLOSE", { state: "OPEN", actor: "OFFICER", facts: clean })).toEqual({
      allowed: true,
      to: "CLOSED",
      transition: steps[1],
    });
  });

  it.each([
    ["CLOSE", "DRAFT", "OFFICER", clean, "STATE", undefined, []],
    ["CLOSE", "OPEN", "SUBJECT", clean, "ACTOR", LAW, ["DROP"]],
    ["CLOSE", "OPEN", "TIME", clean, "ACTOR", LAW, []],
    ["CLOSE", "OPEN", "OFFICER", { sealed: true }, "SEALED_RECORD", LAW, []],
    ["CLOSE", "OPEN", "SUPERVISOR", { sealed: false }, "REASONS_NEEDED", LAW, []],
    ["DROP", "CLOSED", "SUBJECT", clean, "STATE", undefined, []],
    ["HAND_IN", "OPEN", "SUBJECT", clean, "STATE", undefined, ["DROP"]],
  ] as const)("%s in %s by %s with %j is refused: %s", (event, state, actor, facts, reason, basis, allowed) => {
    const answer = next(machine, event, { state, actor, facts });
    expect(answer).toMatchObject({ allowed: false, reason, state, event, next: allowed });
    expect("basis" in answer ? answer.basis : undefined).toBe(basis);
  });

  it("that is refused is a RULE_VIOLATION with reason, article, present state and what is allowed next", () => {
    const answer = next(machine, "CLOSE", { state: "OPEN", actor: "OFFICER", facts: { sealed: false } });
    expect(answer.allowed ? undefined : ruleViolation(answer, { mayKnow: true })).toMatchObject({
      code: "RULE_VIOLATION",
      message: "Needed: reasons are told.",
      details: { reason: "REASONS_NEEDED", basis: LAW, state: "OPEN", next: [] },
    });
  });

  it("is offered to whom it is open and to nobody else", () => {
    const offered = (state: State, actor: "SUBJECT" | "OFFICER", facts: Facts): string[] =>
      allowedEvents(machine, { state, actor, facts });
    expect(offered("DRAFT", "SUBJECT", clean)).toEqual(["HAND_IN", "DROP"]);
    expect(offered("OPEN", "OFFICER", clean)).toEqual(["CLOSE"]);
    expect(offered("OPEN", "OFFICER", { sealed: true })).toEqual([]);
    expect(offered("CLOSED", "OFFICER", clean)).toEqual(["TELL"]);
    expect(offered("CLOSED", "SUBJECT", clean)).toEqual([]);
  });

  it("belongs to the parts that the roles of a viewer allow", () => {
    expect(actorsOf({ roles: [] })).toEqual([]);
    expect(actorsOf({ roles: ["citizen"] })).toEqual(["SUBJECT"]);
    expect(actorsOf({ roles: ["agency_officer"] })).toEqual(["OFFICER", "OWNER"]);
    expect(actorsOf({ roles: ["supervisor", "enterprise_agent"] })).toEqual([
      "SUBJECT",
      "SUPERVISOR",
      "JUSTICE",
      "OWNER",
      "FIRM",
      "PAYER",
    ]);
  });
});

describe("what is read from a machine", () => {
  it("are states: followers, ends, those before an event, limits and guards", () => {
    expect(followers(machine, "OPEN")).toEqual(["CLOSED", "VOID"]);
    expect(followers(machine, "CLOSED")).toEqual([]);
    expect(isTerminal(machine, "CLOSED")).toBe(true);
    expect(isTerminal(machine, "OPEN")).toBe(false);
    expect(statesBefore(machine, "DROP")).toEqual(["DRAFT", "OPEN"]);
    expect(limitsIn(machine, "OPEN")).toEqual(["L02"]);
    expect(brokenGuards(machine, "CLOSED", { sealed: true })).toEqual(["SEALED_RECORD", "REASONS_NEEDED"]);
    expect(brokenGuards(machine, "CLOSED", clean)).toEqual([]);
    expect(brokenGuards(machine, "OPEN", { sealed: true })).toEqual([]);
  });

  it("are the fields of a record: those of every way to its state, and those of some way", () => {
    expect(fieldsIn(machine, "DRAFT")).toEqual({ must: [], may: [] });
    expect(fieldsIn(machine, "OPEN")).toEqual({ must: ["handedInOn"], may: ["handedInOn"] });
    expect(fieldsIn(machine, "CLOSED")).toEqual({
      must: ["handedInOn", "closedOn"],
      may: ["handedInOn", "closedOn", "toldOn"],
    });
    expect(fieldsIn(machine, "VOID")).toEqual({ must: ["droppedOn"], may: ["droppedOn", "handedInOn"] });
  });

  it("are a picture and two tables", () => {
    expect(picture(machine).split("\n")).toEqual([
      "stateDiagram-v2",
      '  state "DRAFT 草稿" as DRAFT',
      '  state "OPEN 在办" as OPEN',
      '  state "CLOSED 办结" as CLOSED',
      '  state "VOID 作废" as VOID',
      "  [*] --> DRAFT",
      "  DRAFT --> OPEN : HAND_IN",
      "  DRAFT --> VOID : DROP",
      "  OPEN --> CLOSED : CLOSE L02",
      "  OPEN --> VOID : DROP",
      "  CLOSED --> [*]",
      "  VOID --> [*]",
    ]);
    expect(stateRows(machine)[0]).toEqual(["`DRAFT` (first)", "草稿", "Draft", "`OPEN`; `VOID`", ""]);
    expect(transitionRows(machine)[1]).toEqual([
      "`CLOSE`",
      "`OPEN`",
      "`CLOSED`",
      "承办机关工作人员: officer of the handling agency; 监督人员: supervisor of the division",
      "no sealed record (`SEALED_RECORD` 该记录依法封存，不予公示。); reasons are told (`REASONS_NEEDED` 须说明理由。)",
      "L02",
      "`closedOn`",
      LAW,
    ]);
  });
});
