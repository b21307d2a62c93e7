/** The limit of a repair case as of a day (L24, 信用修复管理办法); its life is in repair-case.machine.ts. Pure. */
import { limitRule, type LimitFacts } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { limitsIn } from "../../../platform/machine/index.js";
import { REPAIR, RepairState } from "./repair-case.machine.js";

/** Days of events, as far as they happened. */
export interface RepairFacts {
  readonly state: RepairState;
  readonly appliedOn: string;
  /** Day on which the applicant was told. */
  readonly feedbackOn?: string;
  /** True where the authority extended its limit. */
  readonly extended: boolean;
}

/** The limit that runs, or the last that ran, as of today. */
export const repairDeadline = (facts: RepairFacts, today: string): Deadline | undefined => {
  const [limit] = limitsIn(REPAIR, facts.state);
  if (limit === undefined) return undefined;
  const rule = limitRule(limit, facts.appliedOn);
  // Both limits run from the application.
  const limits: LimitFacts = {
    start: facts.appliedOn,
    unit: "WD",
    amount: rule.amount,
    extension: facts.extended ? rule.extension?.amount : undefined,
  };
  const basis = `${rule.basisClause}（${rule.id}）`;
  return toDeadline({ facts: limits, basis, today, completedOn: facts.feedbackOn });
};
