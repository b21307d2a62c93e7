/** States that are computed for a day change as their machines say: day by day through lives that bring out every step. */
import "reflect-metadata";
import { addDays } from "../../../platform/domain/index.js";
import { brokenGuards, type Machine } from "../../../platform/machine/index.js";
import { LIST_ENTRY } from "../../../subgraphs/credit/list-entry/list-entry.machine.js";
import { listEntryStateOn } from "../../../subgraphs/credit/list-entry/list-entry.status.js";
import { LICENCE_PUBLICITY } from "../../../subgraphs/credit/licence/licence.machine.js";
import { licencePublicityOn } from "../../../subgraphs/credit/licence/licence.status.js";
import { DutyPerformance } from "../../../subgraphs/credit/penalty/penalty.enums.js";
import { PUBLICITY } from "../../../subgraphs/credit/penalty/penalty.machine.js";
import { stateOn } from "../../../subgraphs/credit/penalty/penalty.status.js";
import { WhenUnperformed } from "../../../subgraphs/credit/severity-rule/severity-rule.enums.js";
import { SUBSIDY } from "../../../subgraphs/funds/subsidy/subsidy.machine.js";
import { subsidyState } from "../../../subgraphs/funds/subsidy/subsidy.status.js";
import {
  EntryState,
  STANDING,
} from "../../../subgraphs/intermediary/intermediary-profile/intermediary-profile.machine.js";
import { entryStateOf } from "../../../subgraphs/intermediary/intermediary-profile/intermediary-profile.status.js";
import { SANCTION } from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import {
  BARRING_LEVELS,
  stateOn as sanctionOn,
} from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.status.js";

const DAY = "2026-01-05";
const after = (days: number): string => addDays(DAY, days);

const edgesOf = ({ transitions }: Machine): string[] => [
  ...new Set(
    transitions.flatMap(({ from, to }) => from.filter((state) => state !== to).map((state) => `${state} ${to}`)),
  ),
];

/** Steps from one day to the next over two years. */
const seenOf = <Facts>(stateOf: (facts: Facts, today: string) => string, lives: readonly Facts[]): string[] => {
  const seen = new Set<string>();
  for (const life of lives)
    for (let day = 0; day < 730; day += 1) {
      const [before, now] = [stateOf(life, after(day)), stateOf(life, after(day + 1))];
      if (before !== now) seen.add(`${before} ${now}`);
    }
  return [...seen];
};

it("publicity of a penalty takes the steps of its machine, all of them and no other", () => {
  const decided = { decisionDate: DAY, publishedOn: after(3), sealed: false, performance: DutyPerformance.UNKNOWN };
  const shield = { ...decided, shieldedFrom: after(30) };
  const repaired = { ...decided, repairedOn: after(120) };
  const lives = [
    decided,
    repaired,
    { ...repaired, republishedOn: after(150) },
    { ...repaired, withdrawnOn: after(200) },
    shield,
    { ...shield, shieldedTo: after(60) },
    { ...shield, repairedOn: after(120) },
    ...[2, 20, 40, 390].map((days) => ({ ...shield, withdrawnOn: after(days) })),
    { ...decided, sealed: true },
    { ...decided, performance: DutyPerformance.NOT_PERFORMED },
  ];
  const seen = seenOf(
    (life: (typeof lives)[number], today) =>
      stateOn(life, { minMonths: 3, maxMonths: 12, whenUnperformed: WhenUnperformed.UNTIL_PERFORMED }, today),
    lives,
  );
  expect(seen.sort()).toEqual(edgesOf(PUBLICITY).sort());
});

it("publicity of a licence takes the steps of its machine, all of them and no other", () => {
  const decided = { publishedOn: after(3), withdrawnOn: null, sealed: false };
  const lives = [
    decided,
    ...[1, 40].map((days) => ({ ...decided, withdrawnOn: after(days) })),
    { ...decided, sealed: true },
  ];
  expect(seenOf(licencePublicityOn, lives).sort()).toEqual(edgesOf(LICENCE_PUBLICITY).sort());
});

it("an entry of a list takes the steps of its machine, all of them and no other", () => {
  const listed = {
    ...{ listed_on: DAY, expires_on: after(365) },
    ...{ removed_on: null, relisted_on: null, revoked_on: null },
  };
  const repaired = { ...listed, removed_on: after(200) };
  const lives = [
    listed,
    { ...listed, expires_on: null },
    repaired,
    { ...repaired, relisted_on: after(230) },
    ...[listed, repaired].flatMap((life) => [100, 250, 400].map((days) => ({ ...life, revoked_on: after(days) }))),
  ];
  expect(seenOf(listEntryStateOn, lives).sort()).toEqual(edgesOf(LIST_ENTRY).sort());
});

it("a subsidy line takes the steps of its machine, all of them and no other", () => {
  const posted = { publicityFrom: after(5), publicityTo: after(14) };
  const repaid = {
    ...posted,
    townReviewedOn: after(20),
    paidOn: after(30),
    returnedOn: after(35),
    repaidOn: after(50),
  };
  // A line that comes back again keeps the day of that alone: of the payment between its record tells.
  const again = "REPAID RETURNED";
  expect([...seenOf(subsidyState, [posted, repaid]), again].sort()).toEqual(edgesOf(SUBSIDY).sort());
});

it("a sanction takes the steps of its machine, all of them and no other", () => {
  const decided = { decidedOn: after(10), months: 3 };
  const lives = [
    {},
    { droppedOn: after(8) },
    decided,
    ...[30, 200].map((days) => ({ ...decided, revokedOn: after(days) })),
  ];
  expect(seenOf(sanctionOn, lives).sort()).toEqual(edgesOf(SANCTION).sort());
});

describe("the standing of an agency", () => {
  /** Every set of sanctions that bar. */
  const sets = BARRING_LEVELS.reduce<(typeof BARRING_LEVELS)[]>(
    (all, level) => [...all, ...all.map((set) => [...set, level])],
    [[]],
  );

  it("changes by the steps of its machine as one sanction begins or ends, all of them and no other", () => {
    const seen = sets.flatMap((before) =>
      sets
        .filter((now) => Math.abs(now.length - before.length) === 1 && new Set([...before, ...now]).size < 3)
        .map((now) => [entryStateOf(before), entryStateOf(now)])
        .filter(([from, to]) => from !== to)
        .map((step) => step.join(" ")),
    );
    expect([...new Set(seen)].sort()).toEqual(edgesOf(STANDING).sort());
  });

  it.each(sets.map((barring) => [barring]))("under %j is the one state whose guards hold", (barring) => {
    const holding = Object.values(EntryState).filter(
      (state) => brokenGuards(STANDING, state, { barring }).length === 0,
    );
    expect(holding).toEqual([entryStateOf(barring)]);
  });
});
