/** Finds and lists repair cases for one viewer on the request's day. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
  type ParentPages,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { RepairState } from "./repair-case.machine.js";
import { WHOSE_REPAIR_CASE } from "./repair-case.policy.js";
import { findRepairCases, repairCasesBy, repairCasesQuery, toRepairCase } from "./repair-case.repository.js";
import type { RepairCaseRow } from "./repair-case.rows.js";
import type { RepairCase } from "./repair-case.type.js";

/** Service of repair cases. */
export interface RepairCaseService {
  find(no: string): Promise<RepairCase | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(no: string): Promise<RepairCase | undefined>;
  list(state: RepairState | undefined, page: PageArgs): Promise<Page<RepairCase>>;
  listOfCounterparty(organizationId: string, page: PageArgs): Promise<Page<RepairCase>>;
  listOfRecord(recordId: string, page: PageArgs): Promise<Page<RepairCase>>;
}

/** Newest first. */
const ORDER = [
  { column: "applied_on", direction: "desc" },
  { column: "no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createRepairCaseService = ({ db, viewer, asOf, cursors }: ServiceDependencies): RepairCaseService => {
  const today = localDateOf(asOf);
  const toNode = (row: RepairCaseRow): RepairCase => toRepairCase(row, today);
  const byNo = createKeyLoader(
    async (numbers) =>
      (await findRepairCases(db, numbers)).filter((row) => canRead(WHOSE_REPAIR_CASE, { viewer }, row)).map(toNode),
    ({ no }) => no,
  );
  const pagesOf = (column: "counterparty_id" | "record_id"): ParentPages<object, RepairCase> =>
    createParentPages<object, RepairCaseRow, RepairCase>(db, () => ({
      orderBy: ORDER,
      ordering: `repairCases.${column}`,
      filter: {},
      cursors,
      toNode,
      counted: true,
      query: (parent) => repairCasesBy(column, db, viewer, parent),
    }));
  const [ofCounterparty, ofRecord] = [pagesOf("counterparty_id"), pagesOf("record_id")];
  return {
    find: (no) => byNo.load(no),
    findAnew: (no) => byNo.clear(no).load(no),
    list: (state, page) =>
      readPage({
        query: repairCasesQuery(db, viewer, state),
        orderBy: ORDER,
        ordering: "repairCases",
        filter: { state },
        page,
        cursors,
        toNode,
      }),
    listOfCounterparty: (organizationId, page) => ofCounterparty.load(organizationId, {}, page),
    listOfRecord: (recordId, page) => ofRecord.load(recordId, {}, page),
  };
};
