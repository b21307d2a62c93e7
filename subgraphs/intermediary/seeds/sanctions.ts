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

const { SUSPENSION, REMOVAL, REMINDER, INTERVIEW } = SanctionLevel;

/** Why each level was decided: each is for what the one before it did not end (the ladder of intermediary-sanction.machine.ts). */
const REASONS: Readonly<Record<SanctionLevel, string>> = {
  [REMINDER]: "首次超出承诺时限且未说明原因（演示）",
  [INTERVIEW]: "经提醒后再次超出承诺时限（演示）",
  [SUSPENSION]: "经约谈后仍未按期完成服务（演示）",
  [REMOVAL]: "暂停期满后再次严重违约（演示）",
};

/** Levels below each, the next one first, with the days between the decisions: a suspension of half a year is over by then. */
const BEFORE: Readonly<Record<SanctionLevel, readonly (readonly [level: SanctionLevel, days: number])[]>> = {
  [REMINDER]: [],
  [INTERVIEW]: [[REMINDER, 100]],
  [SUSPENSION]: [
    [INTERVIEW, 100],
    [REMINDER, 200],
  ],
  [REMOVAL]: [
    [SUSPENSION, 250],
    [INTERVIEW, 350],
    [REMINDER, 450],
  ],
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
    reason: REASONS[level],
    docNo: undefined,
    priorNoticeOn: daysAgo((facts.decided ?? 5) + 15),
    evidence: "项目交付记录（演示）",
    defence: "演示陈述申辩意见",
    defendedOn: daysAgo((facts.decided ?? 5) + 12),
    droppedOn: undefined,
    // The first of the named ones was appealed against in vain.
    ...(facts.revoked === undefined && id !== "CJ-GOLDEN-1"
      ? { appeal: undefined, appealedOn: undefined, appealSettledOn: undefined }
      : {
          appeal: "演示申诉意见",
          appealedOn: daysAgo(facts.decided! - 10),
          appealSettledOn: daysAgo(facts.revoked ?? facts.decided! - 30),
        }),
    decidedOn: facts.decided === undefined ? undefined : daysAgo(facts.decided),
    months: facts.months,
    revokedOn: facts.revoked === undefined ? undefined : daysAgo(facts.revoked),
    authorityId: authority.id,
    authorityUscc: authority.uscc!,
    divisionCode: authority.divisionCode,
  });
  const agentFirm = intermediaries.find(({ uscc }) => uscc === AGENT_FIRM)!;
  /** A sanction with those that led to it. */
  const climbed = (
    id: string,
    intermediary: SeededIntermediary,
    level: SanctionLevel,
    facts: { readonly decided?: number; readonly months?: number; readonly revoked?: number },
    authority = officer1,
  ): Sanction[] => [
    ...BEFORE[level].map(([below, days]) =>
      sanction(
        `${id}-${below}`,
        intermediary,
        below,
        { decided: (facts.decided ?? 5) + days, ...(below === SUSPENSION ? { months: 6 } : {}) },
        authority,
      ),
    ),
    sanction(id, intermediary, level, facts, authority),
  ];
  return numbered([
    ...climbed("CJ-GOLDEN-1", suspendedIntermediary(intermediaries), SUSPENSION, { decided: 90, months: 6 }),
    ...climbed("CJ-GOLDEN-2", intermediaries.at(-3)!, REMOVAL, { decided: 200, months: 24 }),
    ...climbed("CJ-GOLDEN-3", intermediaries[5]!, SUSPENSION, { decided: 400, months: 3 }),
    ...climbed("CJ-GOLDEN-4", agentFirm, INTERVIEW, {}, officer2),
    ...climbed("CJ-GOLDEN-5", intermediaries[9]!, SUSPENSION, { decided: 100, months: 12, revoked: 50 }),
    ...climbed("CJ-GOLDEN-6", intermediaries[6]!, REMINDER, { decided: 30 }),
    ...intermediaries.flatMap((intermediary, index) =>
      index > 12 && index % 13 === 12 && !intermediary.active
        ? climbed(`CJ-${index}`, intermediary, SUSPENSION, { decided: 60, months: 3 }, officer2)
        : [],
    ),
  ]);
};
