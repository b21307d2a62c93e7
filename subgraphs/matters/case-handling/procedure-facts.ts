/** What guards of a case look at of its special procedures. Pure. */
import { SpecialProcedureKind } from "../service-case/service-case.enums.js";
import { PAUSING_KINDS, type SpecialProcedure } from "../service-case/service-case.js";
import type { CaseGuardFacts } from "../service-case/service-case.state.js";

/** Whether one goes on that stops the clock, and how often the limit was extended. */
export const procedureFacts = (
  procedures: readonly Pick<SpecialProcedure, "kind" | "to">[],
): Required<Pick<CaseGuardFacts, "openSuspension" | "extensions">> => ({
  openSuspension: procedures.some(({ kind, to }) => to === undefined && PAUSING_KINDS.includes(kind)),
  extensions: procedures.filter(({ kind }) => kind === SpecialProcedureKind.EXTENSION).length,
});
