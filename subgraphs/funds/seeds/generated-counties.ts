/** Plans what the counties of a generated allotment get: what households are due there, or bodies of the trades that the policy is for. */
import type { Fen } from "../../../platform/domain/index.js";
import { linesOf, totalOf } from "./batches.js";
import { roundUpToWan, type CountyPlan, type Draw } from "./generated-draw.js";
import { POLICIES, type SeedPolicy } from "./policies.js";
import { COUNTIES } from "./villages.js";

/** Two to six counties; the money follows from what households are due, or bodies there. */
export const planCounties = (draw: Draw, policy: SeedPolicy, policyCode: string, year: number): CountyPlan[] => {
  const { receivers } = policy;
  const open = COUNTIES.filter(
    (county) =>
      receivers === undefined || policyCode === "FP-XC" || draw.sources.tradersOf(county, receivers.trades).length > 0,
  );
  const count = Math.min(draw.number(2, 6), open.length);
  const start = draw.number(0, COUNTIES.length - 1);
  return Array.from({ length: count }, (_, place) => {
    const division = open[(start + place) % open.length]!;
    if (receivers) {
      const [from, to] = receivers.each;
      const portions = Array.from(
        { length: draw.number(1, 4) },
        () => BigInt(draw.number(from / 100, to / 100)) * 10_000n,
      );
      return { division, portions, amount: withReserve(portions.reduce((sum, part) => sum + part, 0n)), batches: [] };
    }
    const batches = Array.from({ length: 3 }, (_, step) => planBatch(draw, policyCode, division, year, step)).filter(
      (batch) => batch !== undefined,
    );
    const lines = batches.reduce((sum, batch) => sum + totalOf(linesOf(batch)), 0n);
    return { division, portions: [], batches, amount: withReserve(lines) };
  });
};

/** A tenth more than is planned, in whole 万元. */
const withReserve = (planned: Fen): Fen => roundUpToWan((planned * 110n) / 100n + 1n);

const PERIODS: Readonly<Record<string, (year: number, draw: Draw, step: number) => string>> = {
  按年: (year) => String(year),
  按学期: (year, _draw, step) => `${year}-${step % 2 === 0 ? "春" : "秋"}`,
  按月: (year, draw) => `${year}-${String(draw.number(1, 6)).padStart(2, "0")}`,
};

const planBatch = (
  draw: Draw,
  policyCode: string,
  division: string,
  year: number,
  step: number,
): CountyPlan["batches"][number] | undefined => {
  const policy = POLICIES[policyCode]!;
  const period = (PERIODS[policy.payCycle] ?? PERIODS["按年"]!)(year, draw, step);
  const village = draw.nextVillage(division, policyCode, period);
  if (village === undefined) return undefined;
  const standard = policy.standard[draw.number(0, policy.standard.length - 1)]!;
  const first = draw.number(0, 9);
  return {
    ...{ policyCode, village, period },
    agency: draw.sources.payerOf(division, policyCode),
    recipients: draw.sources.householdsOf(village, draw.number(7, 18)),
    rate: {
      unit: standard.unit,
      standard: standard.amount!,
      quantity: (place) =>
        policyCode === "FP-GD"
          ? `${2 + ((first + place * 5) % 23)}.${(first * 11 + place * 37) % 1000}`
          : String(1 + (place % 3)),
    },
    objections: draw.number(0, 12) === 0 ? 1 : 0,
  };
};
