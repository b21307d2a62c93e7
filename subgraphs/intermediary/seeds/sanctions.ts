/** Sanctions of the demonstration's market: each awkward one once, decided on working days, numbered in the order of the days. */
import type { NewOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import type { INTERMEDIARY_SANCTIONS } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { AGENT_FIRM, OFFICER_1, OFFICER_2, suspendedIntermediary, type SeededIntermediary } from "./cast.js";
import { workday } from "./project-plan.js";

type Sanction = NewOf<typeof INTERMEDIARY_SANCTIONS>;

/** Gives each decision the next number of its body and year. */
const numbered = (sanctions: readonly Sanction[]): Sanction[] => {
  const given = new Map<string, number>();
  const byDay = [...sanctions].sort((one, other) => ((one.decidedOn ?? "") < (other.decidedOn ?? "") ? -1 : 1));
  return byDay.map((sanction) => {
    if (sanction.decidedOn === undefined) return sanction;
    const year = sanction.decidedOn.slice(0, 4);
    const number = (given.get(`${sanction.authorityId} ${year}`) ?? 0) + 1;
    given.set(`${sanction.authorityId} ${year}`, number);
    return { ...sanction, docNo: `演惩〔${year}〕${number}号` };
  });
};

/** All of them. */
export const sanctionsOf = (world: DemonstrationWorld, intermediaries: readonly SeededIntermediary[]): Sanction[] => {
  const bodyOf = (code: string): DemonstrationOrganization => world.organizations.find(({ uscc }) => uscc === code)!;
  const officer1 = bodyOf(OFFICER_1);
  const officer2 = bodyOf(OFFICER_2);
  /** The first working day from so many days ago on. */
  const daysAgo = (days: number): string => workday(addDays(world.today, -days - 1), 1);
  const sanction = (
    id: string,
    { organization, uscc }: SeededIntermediary,
    level: SanctionLevel,
    facts: { readonly decided?: number; readonly months?: number; readonly revoked?: number },
    authority = officer1,
  ): Sanction => ({
    id,
    intermediaryId: organization.id,
    firmUscc: uscc,
    level,
    reason: "超出承诺时限且未说明原因（演示）",
    docNo: undefined,
    priorNoticeOn: daysAgo((facts.decided ?? 5) + 15),
    defence: "演示陈述申辩意见",
    decidedOn: facts.decided === undefined ? undefined : daysAgo(facts.decided),
    months: facts.months,
    revokedOn: facts.revoked === undefined ? undefined : daysAgo(facts.revoked),
    authorityId: authority.id,
    authorityUscc: authority.uscc!,
    divisionCode: authority.divisionCode,
  });
  const agentFirm = intermediaries.find(({ uscc }) => uscc === AGENT_FIRM)!;
  const { SUSPENSION, REMOVAL, REMINDER, INTERVIEW } = SanctionLevel;
  return numbered([
    sanction("CJ-GOLDEN-1", suspendedIntermediary(intermediaries), SUSPENSION, { decided: 90, months: 6 }),
    sanction("CJ-GOLDEN-2", intermediaries.at(-3)!, REMOVAL, { decided: 200, months: 24 }),
    sanction("CJ-GOLDEN-3", intermediaries[5]!, SUSPENSION, { decided: 400, months: 3 }),
    sanction("CJ-GOLDEN-4", agentFirm, INTERVIEW, {}, officer2),
    sanction("CJ-GOLDEN-5", intermediaries[9]!, SUSPENSION, { decided: 100, months: 12, revoked: 50 }),
    sanction("CJ-GOLDEN-6", intermediaries[6]!, REMINDER, { decided: 30 }),
    ...intermediaries.flatMap((intermediary, index) =>
      index > 12 && index % 13 === 12 && !intermediary.active
        ? [sanction(`CJ-${index}`, intermediary, SUSPENSION, { decided: 60, months: 3 }, officer2)]
        : [],
    ),
  ]);
};
