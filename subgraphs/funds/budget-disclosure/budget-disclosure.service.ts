/** Finds and lists budgets and final accounts for one viewer, with their lateness. */
import { runningLimit, localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  toDeadline,
  type Deadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { BudgetDisclosureFilter } from "./budget-disclosure.input.js";
import {
  disclosuresOfUnit,
  findReplyDays,
  findDisclosures,
  findTableLines,
  narrowToLate,
  toDisclosure,
  visibleDisclosures,
} from "./budget-disclosure.repository.js";
import type { BudgetDisclosureRow } from "./budget-disclosure.rows.js";
import { BudgetTableKind } from "./budget-disclosure.enums.js";
import type { BudgetDisclosure, BudgetTable } from "./budget-disclosure.type.js";

/** Service of budgets and final accounts. */
export interface BudgetDisclosureService {
  find(id: string): Promise<BudgetDisclosure | undefined>;
  /** The disclosure as it stands after a write of this request. */
  findAnew(id: string): Promise<BudgetDisclosure | undefined>;
  list(filter: BudgetDisclosureFilter | undefined, page: PageArgs): Promise<Page<BudgetDisclosure>>;
  listOfUnit(organizationId: string, page: PageArgs): Promise<Page<BudgetDisclosure>>;
  /** The nine tables, empty ones included. */
  tables(id: string): Promise<BudgetTable[]>;
  /** Limit for publication, from the reply of the finance bureau (L18-DEPARTMENT). */
  deadline(disclosure: BudgetDisclosure): Deadline;
}

const LATEST_FIRST = [
  { column: "year", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createBudgetDisclosureService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): BudgetDisclosureService => {
  const day = localDateOf(asOf);
  const toNode = toDisclosure(day);
  const byId = createKeyLoader(
    (ids) => findDisclosures(db, viewer, day, ids),
    ({ id }) => id,
  );
  const ofUnit = createParentPages<object, BudgetDisclosureRow, BudgetDisclosure>(db, (filter) => ({
    orderBy: LATEST_FIRST,
    ordering: "budgetDisclosures:unit",
    filter,
    cursors,
    toNode,
    query: (unit) => disclosuresOfUnit(db, viewer, day, unit),
  }));
  const lines = createGroupLoader(
    (ids) => findTableLines(db, ids),
    ({ disclosureId }) => disclosureId,
  );
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    async list(filter, page) {
      const query = visibleDisclosures(db, viewer, day, filter);
      if (filter?.publishedLate != null) {
        const limits = (await findReplyDays(db, day)).flatMap((repliedOn) => {
          const { dueOn } = limitOf(repliedOn, day);
          return dueOn === undefined ? [] : [{ repliedOn, dueOn }];
        });
        narrowToLate(query, limits, { day, late: filter.publishedLate });
      }
      return readPage<BudgetDisclosureRow, BudgetDisclosure>({
        query,
        orderBy: LATEST_FIRST,
        ordering: "budgetDisclosures",
        filter: filter ?? {},
        page,
        cursors,
        toNode,
      });
    },
    listOfUnit: (organizationId, page) => ofUnit.load(organizationId, {}, page),
    async tables(id) {
      const all = await lines.load(id);
      return Object.values(BudgetTableKind).map((kind, index) => ({
        number: index + 1,
        kind,
        lines: all.filter(({ tableNo }) => tableNo === index + 1),
      }));
    },
    deadline: ({ repliedOn, publishedOn }) => limitOf(repliedOn, day, publishedOn),
  };
};

const limitOf = (repliedOn: string, today: string, completedOn?: string): Deadline =>
  toDeadline({ ...runningLimit("L18-DEPARTMENT", repliedOn), today, completedOn });
