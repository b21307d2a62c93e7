/** What the guards of a sanction look at, as its row says it, without what an input adds. Pure. */
import type { SanctionGuardFacts } from "../intermediary-sanction/intermediary-sanction.guards.js";
import { sanctionFacts } from "../intermediary-sanction/intermediary-sanction.repository.js";
import type { SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { expiresOn, termsOf } from "../intermediary-sanction/intermediary-sanction.status.js";

/** How the viewer stands to a sanction: the intermediary worked for their department; they, or it, decided it. */
export type Involved = Required<Pick<SanctionGuardFacts, "isParty" | "decidedIt">>;

/** Facts of the row on a day. */
export const factsOf = (row: SanctionRow, today: string, involved: Involved): SanctionGuardFacts => {
  const facts = sanctionFacts(row);
  const terms = termsOf(facts);
  const months = row.months ?? undefined;
  const defended = row.defence !== null;
  return {
    ...{ today, level: row.level, ...involved, ...terms },
    ...(months === undefined ? {} : { months, monthsTold: months }),
    heard: defended || (terms.defenceUntil !== undefined && today > terms.defenceUntil),
    defendedBefore: defended,
    lastDay: expiresOn(facts) ?? row.decided_on ?? undefined,
    appealedBefore: row.appealed_on !== null,
    appealOpen: row.appealed_on !== null && row.appeal_settled_on === null,
  } as SanctionGuardFacts;
};
