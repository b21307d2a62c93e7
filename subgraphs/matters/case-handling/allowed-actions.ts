/** What a viewer may do with a case now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { actionsAmong, openEvents } from "../../../platform/write/index.js";
import type { ServiceCase } from "../service-case/service-case.js";
import { caseFacts } from "../service-case/service-case.policy.js";
import type { CaseEvent, CaseGuardFacts } from "../service-case/service-case.state.js";
import { CaseAction } from "./case-action.js";
import { WRITTEN_CASE } from "./case-handling.policy.js";
import { commitmentFacts } from "./case-commitment.js";
import { promiseFacts } from "./case-materials.js";
import { procedureFacts } from "./procedure-facts.js";

/** What inputs will say. */
const GIVEN_LATER = { acceptanceNo: "-", reasons: "-", remedy: "-", approvedByHead: true } as const;

/** Begins a special procedure, or ends the one that goes on: whether one goes on is what the step itself changes. */
const CHANGES_PROCEDURE: readonly CaseEvent[] = ["SUSPEND", "RESUME"];

/** What guards would look at if the step were taken next. */
const factsAfter = (serviceCase: ServiceCase): CaseGuardFacts => {
  const { noticeOn, procedures, materials, promisedMaterials } = serviceCase;
  const { openSuspension, extensions } = procedureFacts(procedures);
  return {
    ...GIVEN_LATER,
    ...promiseFacts({ steps: [], materials, ...(promisedMaterials === undefined ? {} : { promisedMaterials }) }),
    ...commitmentFacts(serviceCase),
    openSuspension,
    notices: noticeOn === undefined ? 1 : 2,
    extensions: extensions + 1,
  };
};

/** The actions, in the order of the enumeration. */
export const allowedActions = (serviceCase: ServiceCase, viewer: Viewer): CaseAction[] => {
  const { subject, agency, division } = caseFacts(serviceCase);
  const { state, appliedOn } = serviceCase;
  const facts = factsAfter(serviceCase);
  const changed = { ...facts, openSuspension: !facts.openSuspension };
  const row = { subject, dept_uscc: agency, division_code: division, state, applied_on: appliedOn };
  const openWith = (given: CaseGuardFacts) => openEvents(WRITTEN_CASE, { viewer }, { row, state, facts: given });
  return actionsAmong(CaseAction, [
    ...openWith(facts).filter((event) => !CHANGES_PROCEDURE.includes(event)),
    ...openWith(changed).filter((event) => CHANGES_PROCEDURE.includes(event)),
  ]);
};
