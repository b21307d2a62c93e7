/** States that are computed for a day change as their machines say: day by day through lives that bring out every step. */
import "reflect-metadata";
import { addDays } from "../../../platform/domain/index.js";
import type { Machine } from "../../../platform/machine/index.js";
import { DutyPerformance } from "../../../subgraphs/credit/penalty/penalty.enums.js";
import { PUBLICITY } from "../../../subgraphs/credit/penalty/penalty.machine.js";
import { stateOn } from "../../../subgraphs/credit/penalty/penalty.status.js";
import { WhenUnperformed } from "../../../subgraphs/credit/severity-rule/severity-rule.enums.js";
import { SUBSIDY } from "../../../subgraphs/funds/subsidy/subsidy.machine.js";
import { subsidyState } from "../../../subgraphs/funds/subsidy/subsidy.status.js";

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

it("a subsidy line takes the steps of its machine, all of them and no other", () => {
  const posted = { publicityFrom: after(5), publicityTo: after(14) };
  const repaid = {
    ...posted,
    townReviewedOn: after(20),
    paidOn: after(30),
    returnedOn: after(35),
    repaidOn: after(50),
  };
  expect(seenOf(subsidyState, [posted, repaid]).sort()).toEqual(edgesOf(SUBSIDY).sort());
});
