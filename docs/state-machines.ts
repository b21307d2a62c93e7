/** The status tables of the subgraphs as state machines of one shape, for the pages of docs/domain. */
import { OBJECTION } from "../subgraphs/credit/objection/objection.machine.js";
import { PUBLICITY } from "../subgraphs/credit/penalty/penalty.machine.js";
import { REPAIR } from "../subgraphs/credit/repair-case/repair-case.machine.js";
import { FUND_PROJECT } from "../subgraphs/funds/fund-project/fund-project.machine.js";
import { SUBSIDY } from "../subgraphs/funds/subsidy/subsidy.machine.js";
import { entryStateOf } from "../subgraphs/intermediary/agency-profile/agency-profile.status.js";
import {
  BARRING_LEVELS,
  SANCTION_MONTHS,
  SANCTION_STEPS,
  stateOn as sanctionOn,
  type SanctionFacts,
} from "../subgraphs/intermediary/agency-sanction/agency-sanction.status.js";
import { SanctionState, type SanctionLevel } from "../subgraphs/intermediary/agency-sanction/agency-sanction.type.js";
import { MARKET_TRANSITIONS } from "../subgraphs/intermediary/market-project/market-project.status.js";
import { ALERT } from "../subgraphs/matters/monitor-alert/monitor-alert.machine.js";
import { CASE } from "../subgraphs/matters/service-case/service-case.machine.js";
import { RECTIFICATION } from "../subgraphs/matters/service-rating/service-rating.machine.js";
import { addDays } from "../platform/domain/index.js";
import type { Machine as DefinedMachine } from "../platform/machine/index.js";

/** A step from one state to another. */
export interface Transition {
  readonly to: string;
  /** What must be there for this step. */
  readonly guard?: string;
  /** Limit by which it happens. */
  readonly limit?: string;
}

/** One state with what may follow. */
export interface MachineState {
  readonly name: string;
  readonly next: readonly Transition[];
  /** What belongs to the state: a guard, a clock, a limit. */
  readonly notes: readonly string[];
}

/** A machine as it is shown. */
export interface Machine {
  readonly area: string;
  readonly title: string;
  /** Name of the enumeration in the graph. */
  readonly enumName: string;
  /** Exported table, or the function whose values are the states. */
  readonly table: string;
  readonly file: string;
  readonly states: readonly MachineState[];
  /** Where it begins; by default the states to which nothing leads. */
  readonly initial?: readonly string[];
  readonly remark?: string;
}

const DAY = "2026-01-05";

/** States that a function of the day passes through, for facts that bring out all of them. */
const observed = <Facts>(
  states: readonly string[],
  stateOf: (facts: Facts, today: string) => string,
  lives: readonly Facts[],
): MachineState[] => {
  const steps = new Map(states.map((state): [string, Set<string>] => [state, new Set()]));
  for (const life of lives) {
    let state = stateOf(life, DAY);
    for (let day = 1; day < 400; day += 1) {
      const following = stateOf(life, addDays(DAY, day));
      if (following !== state) steps.get(state)!.add(following);
      state = following;
    }
  }
  return states.map((name) => ({ name, next: [...steps.get(name)!].map((to) => ({ to })), notes: [] }));
};

const SANCTION_LIVES: readonly SanctionFacts[] = [undefined, 30, 200].map((revokedAfter) => ({
  decidedOn: addDays(DAY, 10),
  months: 3,
  ...(revokedAfter === undefined ? {} : { revokedOn: addDays(DAY, revokedAfter) }),
}));

/** Every set of barring sanctions with those that are one sanction away. */
const standings = (): MachineState[] => {
  const sets = BARRING_LEVELS.reduce<SanctionLevel[][]>(
    (all, level) => [...all, ...all.map((set) => [...set, level])],
    [[]],
  );
  const states = [...new Set(sets.map(entryStateOf))];
  return states.map((name) => ({
    name,
    next: [
      ...new Set(
        sets
          .filter((set) => entryStateOf(set) === name)
          .flatMap((set) =>
            sets.filter((other) => new Set([...set, ...other]).size === Math.max(set.length, other.length)),
          )
          .map(entryStateOf)
          .filter((to) => to !== name),
      ),
    ].map((to) => ({ to })),
    notes: [],
  }));
};

const monthsOf = (level: string): string[] => {
  const months = SANCTION_MONTHS[level as SanctionLevel];
  return months.length === 0 ? ["does not bar from bidding"] : [`bars from bidding for ${months.join(", ")} months`];
};

/** A machine of the one shape, with the place where it is written down. */
export interface Placed {
  readonly area: string;
  readonly title: string;
  /** Exported definition. */
  readonly table: string;
  readonly file: string;
  readonly machine: DefinedMachine;
}

/** All machines, area by area. */
export const MACHINES: readonly (Machine | Placed)[] = [
  {
    area: "matters",
    title: "Case 办件",
    table: "CASE",
    file: "matters/service-case/service-case.machine.ts",
    machine: CASE,
  },
  {
    area: "matters",
    title: "Alert of e-monitoring 电子监察",
    table: "ALERT",
    file: "matters/monitor-alert/monitor-alert.machine.ts",
    machine: ALERT,
  },
  {
    area: "matters",
    title: "Rectification of a bad rating 差评整改",
    table: "RECTIFICATION",
    file: "matters/service-rating/service-rating.machine.ts",
    machine: RECTIFICATION,
  },
  {
    area: "intermediary",
    title: "Market project 中介服务项目",
    enumName: "MarketState",
    table: "MARKET_TRANSITIONS",
    file: "intermediary/market-project/market-project.status.ts",
    states: Object.entries(MARKET_TRANSITIONS).map(([name, next]) => ({ name, next, notes: [] })),
  },
  {
    area: "intermediary",
    title: "Level of a sanction 惩戒等级",
    enumName: "SanctionLevel",
    table: "SANCTION_STEPS",
    file: "intermediary/agency-sanction/agency-sanction.status.ts",
    states: Object.entries(SANCTION_STEPS).map(([name, to]) => ({
      name,
      next: to === undefined ? [] : [{ to }],
      notes: monthsOf(name),
    })),
    remark: "The next level follows where the breach goes on.",
  },
  {
    area: "intermediary",
    title: "Life of a sanction 惩戒状态",
    enumName: "SanctionState",
    table: "stateOn",
    file: "intermediary/agency-sanction/agency-sanction.status.ts",
    states: observed(Object.values(SanctionState), sanctionOn, SANCTION_LIVES),
    remark: "Computed from the days of notice, decision, end and revocation; never stored.",
  },
  {
    area: "intermediary",
    title: "Standing of an agency 入驻状态",
    enumName: "EntryState",
    table: "entryStateOf",
    file: "intermediary/agency-profile/agency-profile.status.ts",
    states: standings(),
    initial: [entryStateOf([])],
    remark: "Computed from the sanctions in force, the gravest counts; it changes when one begins or ends.",
  },
  {
    area: "credit",
    title: "Publicity of a penalty 公示",
    table: "PUBLICITY",
    file: "credit/penalty/penalty.machine.ts",
    machine: PUBLICITY,
  },
  {
    area: "credit",
    title: "Repair of credit 信用修复",
    table: "REPAIR",
    file: "credit/repair-case/repair-case.machine.ts",
    machine: REPAIR,
  },
  {
    area: "credit",
    title: "Objection 异议",
    table: "OBJECTION",
    file: "credit/objection/objection.machine.ts",
    machine: OBJECTION,
  },
  {
    area: "funds",
    title: "Project 项目",
    table: "FUND_PROJECT",
    file: "funds/fund-project/fund-project.machine.ts",
    machine: FUND_PROJECT,
  },
  {
    area: "funds",
    title: "Subsidy line 补贴明细",
    table: "SUBSIDY",
    file: "funds/subsidy/subsidy.machine.ts",
    machine: SUBSIDY,
  },
];

/** States to which nothing leads, or those that the machine names. */
export const initialStates = ({ states, initial }: Machine): readonly string[] => {
  const reached = new Set(states.flatMap(({ next }) => next.map(({ to }) => to)));
  return initial ?? states.map(({ name }) => name).filter((name) => !reached.has(name));
};

/** Mermaid text of a machine; labels are the Chinese terms. */
export const diagram = (machine: Machine, termOf: (state: string) => string): string =>
  [
    "stateDiagram-v2",
    ...machine.states.map(({ name }) => `  state "${name} ${termOf(name)}" as ${name}`),
    ...initialStates(machine).map((name) => `  [*] --> ${name}`),
    ...machine.states.flatMap(({ name, next }) =>
      next.map(({ to, limit }) => `  ${name} --> ${to}${limit === undefined ? "" : ` : ${limit}`}`),
    ),
    ...machine.states.filter(({ next }) => next.length === 0).map(({ name }) => `  ${name} --> [*]`),
  ].join("\n");
