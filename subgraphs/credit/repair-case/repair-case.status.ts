/** The limit of a repair case as of a day (L24, 信用修复管理办法); its life is in repair-case.machine.ts. Pure. */
import { limitRule, type LimitFacts } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { limitsIn } from "../../../platform/machine/index.js";
import { REPAIR, RepairState } from "./repair-case.machine.js";

/** Days of events, as far as they happened. */
export interface RepairFacts {
  readonly state: RepairState;
  readonly appliedOn: string;
  readonly acceptedOn?: string;
  readonly decidedOn?: string;
  /** Day on which the applicant was told. */
  readonly feedbackOn?: string;
  /** True where the authority extended its limit. */
  readonly extended: boolean;
}

/** The limit that runs, or the last that ran, as of today. */
export const repairDeadline = (facts: RepairFacts, today: string): Deadline | undefined => {
  const [limit] = limitsIn(REPAIR, facts.state);
  if (limit === undefined) return undefined;
  const rule = limitRule(limit);
  const [start, completedOn] =
    facts.state === RepairState.APPLIED
      ? [facts.appliedOn, undefined]
      : facts.state === RepairState.ACCEPTED
        ? [facts.acceptedOn, undefined]
        : [facts.decidedOn, facts.feedbackOn];
  if (start === undefined) return undefined;
  const limits: LimitFacts = {
    start,
    unit: "WD",
    amount: rule.amount,
    extension: facts.extended && facts.state === RepairState.ACCEPTED ? rule.extensionAmount : undefined,
  };
  return toDeadline({ facts: limits, basis: `${rule.basisClause}（${rule.id}）`, today, completedOn });
};
