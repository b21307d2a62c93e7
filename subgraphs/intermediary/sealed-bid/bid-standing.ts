/** Whether a firm may bid for a project now: asked of the project's machine, which takes no step by it. */
import { localDateOf } from "../../../platform/domain/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { actorsOf, nextAsAny, ruleViolation } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { INTERMEDIARY_PROCUREMENT } from "../intermediary-procurement/intermediary-procurement.machine.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { organizationId } from "../procurement-handling/new-project.js";
import { WRITTEN_PROJECT } from "../procurement-handling/procurement-handling.policy.js";
import { projectInHand, type WrittenProject } from "../procurement-handling/project-facts.js";
import { hasPrice } from "../procurement-handling/selection.js";
import { creditPasses } from "./credit-pass.js";
import { findProvider, isRelated, shareFirm, shareProject } from "./sealed-bid.repository.js";

/** Who asks for what. */
export interface BidAsked {
  readonly projectNo: string;
  /** Credit code of the firm; what a person has in its place is no firm's. */
  readonly firm: string;
  /** Pass of the credit gate; without one the firm is barred. */
  readonly creditPass?: string;
}

/** How a firm stands to a project. */
export interface BidStanding {
  readonly project: WrittenProject;
  /** True where bids name prices, and are sealed. */
  readonly isPriced: boolean;
  /** Project and intermediary. Throws RULE_VIOLATION where no bid of the firm is taken now. */
  taken(): { readonly project: WrittenProject; readonly intermediaryId: string };
}

/** Reads project and firm. Throws NOT_FOUND where there is no project that the viewer may know of. */
export const bidStanding = async (
  trx: WriteTransaction,
  dependencies: ServiceDependencies,
  { projectNo, firm, creditPass }: BidAsked,
): Promise<BidStanding> => {
  const { viewer, asOf, codeKeys } = dependencies;
  const today = localDateOf(asOf);
  const row = await shareProject(trx, projectNo);
  if (!row || !canRead(WRITTEN_PROJECT.whose, { viewer }, row as never)) throw new ServiceError("NOT_FOUND");
  await shareFirm(trx, firm);
  const { project, facts } = await projectInHand(trx, row, dependencies);
  const intermediaryId = await findProvider(trx, firm, project.serviceCode);
  const passed = creditPass !== undefined && creditPasses(codeKeys).isRight(creditPass, firm, asOf);
  const { departmentUscc, avoidIds, state, ownerUscc } = project;
  const related = (uscc: string, id: string): Promise<boolean> =>
    isRelated(trx, id, { departmentId: organizationId(uscc), today });
  const avoided =
    firm === ownerUscc ||
    (intermediaryId !== undefined &&
      (avoidIds.includes(intermediaryId) ||
        (await related(departmentUscc, intermediaryId)) ||
        (await related(ownerUscc, intermediaryId))));
  const sanctioned = intermediaryId !== undefined && (await listBarred(trx, [intermediaryId], today)).length > 0;
  return {
    project,
    isPriced: hasPrice(project.selection),
    taken() {
      const { step } = nextAsAny(INTERMEDIARY_PROCUREMENT, "BID", {
        state,
        actors: actorsOf(viewer).filter((actor) => actor === "FIRM"),
        facts: { ...facts, stranger: intermediaryId === undefined, avoided, barred: sanctioned || !passed },
      });
      if (!step.allowed) throw ruleViolation({ ...step, next: [] }, { mayKnow: true });
      return { project, intermediaryId: intermediaryId! };
    },
  };
};
