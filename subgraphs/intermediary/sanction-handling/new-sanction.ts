/** A sanction of which prior notice is given: by the department that supervises the firm, one level after the other. */
import { localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isStated, next, ruleViolation } from "../../../platform/machine/index.js";
import {
  actingAgency,
  checkStated,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import {
  SANCTION_LADDER,
  SanctionLevel,
  sanctionMonths,
} from "../intermediary-sanction/intermediary-sanction.machine.js";
import { organizationId } from "../procurement-handling/new-project.js";
import type { GiveSanctionNoticeInput } from "./sanction-handling.input.js";
import { levelsOf, lockFirm, type NewSanction } from "./sanction-handling.repository.js";

const LADDER = Object.values(SanctionLevel);

/** Throws RULE_VIOLATION where the level below was not decided: a sanction climbs, it does not jump. */
const climb = (level: SanctionLevel, decided: readonly SanctionLevel[], reason: string): void => {
  const below = LADDER[LADDER.indexOf(level) - 1];
  if (below === undefined) return;
  const facts = { decided: decided.includes(below), breachGoesOn: isStated(reason) };
  const step = next(SANCTION_LADDER, "AGGRAVATE", { state: below, actor: "OFFICER", facts });
  if (!step.allowed) throw ruleViolation({ ...step, next: [] }, { mayKnow: true });
};

/** Throws BAD_USER_INPUT for months that the level may not last, or a notice that says nothing. */
const check = ({ level, months, reason, evidence }: GiveSanctionNoticeInput): void => {
  const allowed = sanctionMonths(level);
  if (months == null ? allowed.length > 0 : !allowed.includes(months))
    throw badInput(
      "months",
      "MONTHS_NOT_ALLOWED",
      `months is ${allowed.length === 0 ? "not said" : `one of ${allowed.join(", ")}`}.`,
    );
  checkStated("reason", reason);
  checkStated("evidence", evidence);
};

/**
 * The sanction as it is inserted. Throws BAD_USER_INPUT, NOT_FOUND where there is no such intermediary, and RULE_VIOLATION: ACTOR for who
 * is not the department that approves with a service of the firm, NOTICE_RUNS where notice of the level runs, LEVEL_BELOW_NEEDED.
 */
export const newSanction = async (
  trx: WriteTransaction,
  { viewer, asOf }: WriteDependencies,
  input: GiveSanctionNoticeInput,
): Promise<NewSanction> => {
  check(input);
  const { intermediaryId, level, months, reason, evidence } = input;
  const authorityUscc = actingAgency(viewer);
  const { divisionCode } = viewer;
  const firm = await lockFirm(trx, intermediaryId, authorityUscc);
  if (firm === undefined) throw new ServiceError("NOT_FOUND");
  if (!firm.supervised || authorityUscc === undefined || divisionCode === undefined)
    throw new ServiceError("RULE_VIOLATION", "The department that supervises the firm does this.", { reason: "ACTOR" });
  const today = localDateOf(asOf);
  const { decided, told } = await levelsOf(trx, { intermediaryId, authorityUscc, today });
  if (told.includes(level))
    throw new ServiceError("RULE_VIOLATION", "Notice of this level runs.", { reason: "NOTICE_RUNS" });
  climb(level, decided, reason);
  return {
    ...{ intermediaryId, firmUscc: firm.uscc, level, evidence, months: months ?? undefined },
    // Everybody reads it with the decision.
    reason: withoutPersons(reason, { today }),
    ...{ priorNoticeOn: today, divisionCode, authorityId: organizationId(authorityUscc), authorityUscc },
    ...NOTHING_YET,
  };
};

/** What later steps fill. */
const NOTHING_YET = {
  docNo: undefined,
  defence: undefined,
  defendedOn: undefined,
  decidedOn: undefined,
  droppedOn: undefined,
  revokedOn: undefined,
  appeal: undefined,
  appealedOn: undefined,
  appealSettledOn: undefined,
} as const;
