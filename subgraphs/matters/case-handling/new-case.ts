/** A new case as it is written: whose it is, of which matter, by which limits. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { actingSubject } from "../../../platform/write/index.js";
import { toCaseLimit } from "../case-clock/case-clock.js";
import { ServiceRecipient, TaskState } from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { ServiceMatter } from "../matter/matter.js";
import { ApplyChannel } from "../service-case/service-case.enums.js";
import type { CaseContent } from "../service-case/service-case.js";
import type { SERVICE_CASES } from "../service-case/service-case.rows.js";
import { CaseState } from "../service-case/service-case.state.js";
import { STORED_CASE } from "../service-case/service-case.stored.js";
import type { DraftCaseInput } from "./case-handling.input.js";

/** Before its materials are taken in, which need its number. */
export const NOTHING_HANDED_IN: CaseContent = { steps: [], materials: [] };

/** What a new case is made from. */
export interface NewCaseFacts {
  readonly today: string;
  readonly viewer: Viewer;
  readonly input: DraftCaseInput;
  readonly matter: ServiceMatter & { readonly deptUscc: string };
}

/** The matter, if it takes applications. Throws RULE_VIOLATION (MATTER_NOT_OPEN) where it is not published, suspended, or of no known agency. */
export const openMatter = (matter: ServiceMatter): ServiceMatter & { readonly deptUscc: string } => {
  const { deptUscc } = matter;
  if (matter.status !== EditorialStatus.PUBLISHED || matter.taskState !== TaskState.IN_USE || deptUscc === undefined)
    throw new ServiceError("RULE_VIOLATION", "This matter takes no applications now.", { reason: "MATTER_NOT_OPEN" });
  return { ...matter, deptUscc };
};

/** The case as a draft. Throws FORBIDDEN where the viewer is neither citizen nor agent. */
export const newCase = ({
  today,
  viewer,
  input,
  matter,
}: NewCaseFacts): Omit<NewOf<typeof SERVICE_CASES>, "caseNo"> => {
  const acting = actingSubject(viewer);
  if (!acting) throw new ServiceError("FORBIDDEN");
  const promised = toCaseLimit(matter.promised);
  const statutory = toCaseLimit(matter.statutory);
  return {
    matterId: matter.id,
    matterVersion: matter.version,
    taskType: matter.taskType,
    projectName: input.projectName ?? matter.taskName,
    state: CaseState.DRAFT,
    subject: acting.subject,
    applicantType: acting.isBody ? ServiceRecipient.ENTERPRISE : ServiceRecipient.NATURAL_PERSON,
    applicantName: input.applicantName,
    applicantOrgId: undefined,
    applicantIdTail: acting.isBody ? acting.subject.slice(-4) : undefined,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    contactAddress: input.contactAddress,
    deptId: matter.deptId,
    deptUscc: matter.deptUscc,
    divisionCode: matter.divisionCode,
    applyChannel: ApplyChannel.ONLINE,
    openedOn: today,
    appliedOn: undefined,
    noticeOn: undefined,
    acceptedOn: undefined,
    acceptanceNo: undefined,
    promisedAmount: promised?.amount,
    promisedUnit: promised?.unit,
    statutoryAmount: statutory?.amount,
    statutoryUnit: statutory?.unit,
    completedOn: undefined,
    granted: undefined,
    endedOn: undefined,
    content: STORED_CASE.write(NOTHING_HANDED_IN),
  };
};
