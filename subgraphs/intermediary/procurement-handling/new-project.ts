/** A new project as it is written: whose it is, under which department, where. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { isValidUscc } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { actorsOf } from "../../../platform/machine/index.js";
import { actingBody, type ActingBody } from "../../../platform/write/index.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import { MOST_AVOIDED, type DraftProcurementInput, type EditProcurementInput } from "./project-draft.input.js";
import type { NewProject } from "./procurement-handling.repository.js";

/** Organisations by their credit code: ids of the graph that never change. */
export const organizationId = (uscc: string): string => `CN-USCC-${uscc}`;

/** Who commissions. Throws RULE_VIOLATION (OWNER_IS_A_BODY) for who acts for no body and no agency. */
const ownerOf = (viewer: Viewer): ActingBody => {
  const owner = actingBody(viewer);
  if (owner === undefined || !actorsOf(viewer).includes("OWNER"))
    throw new ServiceError("RULE_VIOLATION", "Bodies and agencies commission services.", {
      reason: "OWNER_IS_A_BODY",
    });
  return owner;
};

const needed = (property: string, value: string | undefined): string => {
  if (value === undefined) throw badInput(property, "REQUIRED", `${property} is needed here.`);
  return value;
};

const avoided = (ids: readonly string[]): string[] => {
  if (ids.length > MOST_AVOIDED) throw badInput("avoid", "MAX", `avoid has at most ${MOST_AVOIDED} entries.`);
  if (ids.some((id) => id.length > 64)) throw badInput("avoid", "MAX_LENGTH", "An id has at most 64 characters.");
  return [...new Set(ids)];
};

/** What an edit changes of a draft: what is not said stays. Throws BAD_USER_INPUT as `newProject`. */
export const editedProject = (input: EditProcurementInput): Partial<NewProject> => {
  const { name, serviceCode, fundSource, selection, ceiling, avoid } = input;
  if (name != null && name.trim() === "") throw badInput("name", "STATED", "A project has a name.");
  checkCeiling(ceiling);
  return {
    ...(name == null ? {} : { name }),
    ...(serviceCode == null ? {} : { serviceCode }),
    ...(fundSource == null ? {} : { fundSource }),
    ...(selection == null ? {} : { selection }),
    ...(ceiling == null ? {} : { ceiling }),
    ...(avoid == null ? {} : { avoidIds: avoided(avoid) }),
  };
};

const checkCeiling = (ceiling: bigint | null | undefined): void => {
  if (ceiling != null && ceiling <= 0n) throw badInput("ceiling", "MIN", "A ceiling is above zero.");
};

/** The project as a draft. Throws BAD_USER_INPUT for what is no name, price, department or list. */
export const newProject = (
  input: DraftProcurementInput,
  { viewer, today }: { readonly viewer: Viewer; readonly today: string },
): NewProject => {
  const owner = ownerOf(viewer);
  const department = needed("department", input.department ?? (owner.isAgency ? owner.uscc : undefined));
  if (!isValidUscc(department)) throw badInput("department", "USCC_CHECK_CHARACTER", "This is no credit code.");
  if (input.name.trim() === "") throw badInput("name", "STATED", "A project has a name.");
  checkCeiling(input.ceiling);
  return {
    ...{ name: input.name, serviceCode: input.serviceCode, fundSource: input.fundSource, selection: input.selection },
    ...{ ownerId: organizationId(owner.uscc), ownerUscc: owner.uscc, ownerPublic: owner.isAgency },
    departmentUscc: department,
    divisionCode: needed("division", input.division ?? owner.division),
    ceiling: input.ceiling ?? undefined,
    avoidIds: avoided(input.avoid ?? []),
    state: MarketState.DRAFT,
    registeredAt: today,
    ...NOTHING_YET,
  };
};

/** What later steps fill. */
const NOTHING_YET = {
  stateReason: undefined,
  publicNoticeAt: undefined,
  closesAt: undefined,
  revealsUntil: undefined,
  openedAt: undefined,
  selectedAt: undefined,
  disputedAt: undefined,
  disputedFrom: undefined,
  selectedId: undefined,
  selectedUscc: undefined,
  contractNo: undefined,
  contractAmount: undefined,
  signedAt: undefined,
  dueAt: undefined,
  deliveredAt: undefined,
  acceptedAt: undefined,
  evaluatedAt: undefined,
  deliverableHash: undefined,
  stars: undefined,
  reply: undefined,
  repliedAt: undefined,
  linkedCaseNo: undefined,
  randomSource: undefined,
  draw: undefined,
  drawnAt: undefined,
} as const;
