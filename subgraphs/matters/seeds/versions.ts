/** Versions of demonstration matters: older ones asked for more paper and more time, so that a comparison has something to show. */
import { addDays } from "../../../platform/domain/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { MaterialNeed, MaterialSource } from "../matter/material.enums.js";
import type { Material, MatterContent } from "../matter/matter.js";
import { processSteps } from "./case-steps.js";

/** A version as a case may apply under it. */
export interface SeededVersion {
  readonly version: number;
  readonly validFrom: string;
  readonly content: MatterContent;
}

const paper = (name: string): Material => ({
  name,
  need: MaterialNeed.REQUIRED,
  source: MaterialSource.APPLICANT,
  copies: 1,
  situationIds: [],
});

/** The promise `age` versions ago: longer, never longer than the law allows. */
const promiseOf = (content: MatterContent, age: number): TimeLimit | undefined => {
  const { promised, statutory } = content;
  if (promised === undefined || age === 0) return promised;
  const longest = statutory === undefined || statutory.unit === LimitUnit.IMMEDIATE ? 20 : statutory.amount;
  if (promised.amount > longest) return promised;
  const before = promised.unit === LimitUnit.IMMEDIATE ? 1 : promised.amount;
  return { amount: Math.min(longest, before + 2 * age), unit: LimitUnit.WORKING_DAY };
};

/** Content `age` versions ago. */
const contentOf = (current: MatterContent, age: number): MatterContent => ({
  ...current,
  ...(current.promised === undefined ? {} : { promised: promiseOf(current, age) }),
  steps: processSteps(promiseOf(current, age)),
  materials: [
    ...current.materials.map((material, index) => (age > 0 && index === 0 ? { ...material, copies: 2 } : material)),
    ...(age >= 1 ? [paper("经办人身份证复印件")] : []),
    ...(age >= 2 ? [paper("单位介绍信")] : []),
  ],
});

/** All versions of a matter, oldest first. `days` is how long each was in force; the first one began long before. */
export const versionsOf = (content: MatterContent, count: number, today: string, days: number): SeededVersion[] =>
  Array.from({ length: count }, (_, index) => ({
    version: index + 1,
    validFrom: addDays(today, -days * (count - index) - (index === 0 ? 700 : 0)),
    content: contentOf(content, count - 1 - index),
  }));
