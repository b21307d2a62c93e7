/** Finds and lists projects; all of them are public, the cases behind them are not. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, createKeyLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { FundProjectFilter } from "./fund-project.input.js";
import { findApprovalCases, findProjectMoney, findProjects, listProjects } from "./fund-project.repository.js";
import type { FundProject, SourceAmount } from "./fund-project.type.js";

/** What a list of projects is asked for. */
export interface FundProjectQuery {
  readonly search?: string | null;
  readonly filter?: FundProjectFilter;
}

/** What the book says of a project's money. */
export interface ProjectFunding {
  readonly sources: readonly SourceAmount[];
  readonly assigned: bigint;
  readonly paid: bigint;
}

/** Service of projects. */
export interface FundProjectService {
  find(projectCode: string): Promise<FundProject | undefined>;
  /** The project as it stands after a write of this request. */
  findAnew(projectCode: string): Promise<FundProject | undefined>;
  list(query: FundProjectQuery, page: PageArgs): Promise<Page<FundProject>>;
  funding(projectCode: string): Promise<ProjectFunding>;
  /** Numbers of the cases by which it was approved, as far as the viewer may know of them. */
  approvalCases(projectCode: string): Promise<string[]>;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Creates the service for one request. */
export const createFundProjectService = ({ db, viewer, asOf, cursors }: ServiceDependencies): FundProjectService => {
  const byCode = createKeyLoader(
    (codes) => findProjects(db, viewer, codes),
    ({ projectCode }) => projectCode,
  );
  const money = createGroupLoader(
    (codes) => findProjectMoney(db, codes, localDateOf(asOf)),
    ({ projectCode }) => projectCode,
  );
  const cases = createGroupLoader(
    (codes) => findApprovalCases(db, viewer, codes),
    ({ projectCode }) => projectCode,
  );
  return {
    find: (projectCode) => byCode.load(projectCode),
    findAnew: (projectCode) => byCode.clear(projectCode).load(projectCode),
    list: (query, page) => listProjects({ db, viewer, cursors }, query, page),
    async funding(projectCode) {
      const rows = await money.load(projectCode);
      return {
        sources: rows.map(({ level, assigned }) => ({ level, amount: assigned })),
        assigned: sum(rows.map(({ assigned }) => assigned)),
        paid: sum(rows.map(({ paid }) => paid)),
      };
    },
    approvalCases: async (projectCode) => (await cases.load(projectCode)).map(({ caseNo }) => caseNo),
  };
};
