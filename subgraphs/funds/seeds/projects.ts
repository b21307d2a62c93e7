/** Writes projects with contract, progress and publications; what is spent on them is in the books. */
import { addDays, type Fen } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import { FundProjectState, hasReached } from "../fund-project/fund-project.machine.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import type { DemonstrationCase } from "../../demonstration.js";
import { isOfPlace } from "./approvals.js";
import type { SeedPublication, SeedProject } from "./rows.js";
import type { Sources } from "./sources.js";

/** What a project is made from. */
export interface ProjectTerms {
  readonly projectCode: string;
  readonly name: string;
  readonly category?: FundProjectCategory;
  readonly policyCode: string;
  readonly division: string;
  readonly village?: string;
  readonly content: string;
  readonly periodFrom: string;
  readonly ownerId: string;
  readonly contractorId?: string;
  readonly contract: Fen;
  readonly assigned: Fen;
  readonly assignedOn: string;
  readonly progress: number;
  readonly state: FundProjectState;
  readonly beneficiaries: readonly [households: number, persons: number, poor: number];
}

/** Projects and their publications while they are written. */
export class Projects {
  readonly projects: SeedProject[] = [];
  readonly publications: SeedPublication[] = [];
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Writes a project; publications follow from its state. */
  add(terms: ProjectTerms): void {
    const { state, assigned, assignedOn, division, policyCode, projectCode, name, contract } = terms;
    const accepted = hasReached(state, FundProjectState.ACCEPTED);
    this.projects.push({
      ...{ projectCode, name, policyCode, division, state },
      category: terms.category ?? FundProjectCategory.INDUSTRY,
      village: terms.village,
      content: terms.content,
      periodFrom: terms.periodFrom,
      periodTo: addDays(terms.periodFrom, 210),
      ownerId: terms.ownerId,
      contractorId: terms.contractorId,
      responsiblePerson: "项目负责人（演示）",
      contract: {
        method: contract >= 40_000_000n ? "公开招标" : "竞争性磋商",
        no: `HT-${projectCode.slice(3)}`,
        amount: contract,
        on: workdayFrom(addDays(assignedOn, 3)),
      },
      beneficiaries: terms.beneficiaries,
      targets: "按期完工，带动农户稳定增收，群众满意度不低于百分之九十五。",
      results: accepted ? "已按合同完成，验收合格，收益按联农带农协议分配。" : undefined,
      progress: terms.progress,
      acceptedOn: accepted ? workdayFrom(addDays(terms.periodFrom, 150)) : undefined,
      cases: this.#casesOf(terms),
    });
    const about = { policyCode, projectCode, division, village: terms.village, amount: assigned };
    // Ten days at township and village (L20), then the result within fifteen working days of the assignment.
    this.publications.push({
      kind: FundPublicationKind.PUBLICITY,
      level: division.length > 6 ? FundPublicationLevel.TOWNSHIP : FundPublicationLevel.COUNTY,
      title: `${name}资金安排公示`,
      ...about,
      publishedOn: addDays(assignedOn, -14),
      endsOn: addDays(assignedOn, -3),
      objections: this.projects.length % 9 === 0 ? 1 : 0,
    });
    this.publications.push({
      kind: FundPublicationKind.PUBLIC_NOTICE,
      level: FundPublicationLevel.COUNTY,
      title: `${name}资金分配结果公告`,
      ...about,
      publishedOn: workdayFrom(addDays(assignedOn, this.projects.length % 23 === 7 ? 40 : 8)),
      decidedOn: assignedOn,
      objections: 0,
    });
  }

  /** Cases granted to owner or contractor, by bodies of the project's county or above it: what a firm was granted elsewhere permits nothing here. */
  #casesOf({ ownerId, contractorId, division }: ProjectTerms): SeedProject["cases"] {
    const grantedTo = (id: string): readonly DemonstrationCase[] =>
      this.#sources.grantedTo(id).filter((granted) => isOfPlace(granted.divisionCode, division));
    return [ownerId, contractorId]
      .flatMap((id) => (id === undefined ? [] : grantedTo(id).slice(0, 2)))
      .map(({ caseNo, organization, deptUscc, divisionCode }) => ({
        caseNo,
        subject: organization?.uscc,
        agencyUscc: deptUscc,
        division: divisionCode,
      }));
  }
}
