/** What the steps of a sanction change. Pure. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { SanctionGuardFacts } from "../intermediary-sanction/intermediary-sanction.guards.js";
import type { SanctionEvent } from "../intermediary-sanction/intermediary-sanction.machine.js";
import type { INTERMEDIARY_SANCTIONS, SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import type { DecideSanctionInput, SanctionStatementInput } from "./sanction-handling.input.js";

/** What a step changes. */
export interface SanctionChange {
  readonly event: SanctionEvent;
  readonly facts: Partial<SanctionGuardFacts>;
  readonly set: Partial<NewOf<typeof INTERMEDIARY_SANCTIONS>>;
  /** Reasons of a decision; what the firm says stands with the sanction alone. */
  readonly reason?: string;
}

/** The firm's defence. */
export const defend = ({ statement }: SanctionStatementInput, today: LocalDate): SanctionChange => ({
  event: "DEFEND",
  facts: { statement },
  set: { defence: statement, defendedOn: today },
});

/** The decision. */
export const decide = (
  { statement, docNo, months }: DecideSanctionInput,
  today: LocalDate,
  { months: told }: SanctionRow,
): SanctionChange => {
  const lasts = months ?? told ?? undefined;
  return {
    event: "DECIDE",
    facts: { docNo, reasons: statement, ...(lasts === undefined ? {} : { months: lasts }) },
    set: { decidedOn: today, docNo, months: lasts },
    reason: statement,
  };
};

const answered = (
  event: SanctionEvent,
  { statement }: SanctionStatementInput,
  set: SanctionChange["set"],
): SanctionChange => ({ event, facts: { reasons: statement }, set, reason: statement });

/** Nothing follows from the notice. */
export const drop = (input: SanctionStatementInput, today: LocalDate): SanctionChange =>
  answered("DROP", input, { droppedOn: today });

/** The firm's appeal. */
export const appeal = ({ statement }: SanctionStatementInput, today: LocalDate): SanctionChange => ({
  event: "APPEAL",
  facts: { statement },
  set: { appeal: statement, appealedOn: today },
});

/** The sanction stands. */
export const rejectAppeal = (input: SanctionStatementInput, today: LocalDate): SanctionChange =>
  answered("REJECT_APPEAL", input, { appealSettledOn: today });

/** The sanction falls: the firm stands as before, but for bids that are past. */
export const revoke = (input: SanctionStatementInput, today: LocalDate): SanctionChange =>
  answered("REVOKE", input, { appealSettledOn: today, revokedOn: today });
