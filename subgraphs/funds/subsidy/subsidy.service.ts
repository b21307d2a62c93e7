/** Shows posted rosters, lines of persons to those who may know of them, and figures with small groups suppressed. */
import type DataLoader from "dataloader";
import { runningLimit, localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  toDeadline,
  withNodes,
  type Deadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { withheldDivisions } from "../suppression/withheld-divisions.js";
import type { SubsidyFigure, SubsidyGrouping } from "./subsidy-figure.type.js";
import type { SubsidyPayment } from "./subsidy-payment.type.js";
import { isPosted } from "./subsidy.policy.js";
import {
  countRecipients,
  figuresOfPolicy,
  toFigure,
  type FigureRow,
  type RecipientCount,
} from "./subsidy-figures.repository.js";
import {
  entitledLines,
  findBatches,
  ownLines,
  rosterLines,
  toRosterLine,
  toSubsidyPayment,
  type RosterRow,
  type SubsidyFilter,
  type SubsidyRow,
} from "./subsidy.repository.js";
import type { RosterLine, VillageRoster } from "./village-roster.type.js";

/** By what figures are asked for. */
export interface FigureQuery {
  readonly year: number;
  readonly by: SubsidyGrouping;
}

/** Service of subsidies. */
export interface SubsidyService {
  /** The roster while it is posted; undefined otherwise, for everyone alike. Throws BAD_USER_INPUT for a malformed village. */
  roster(policyCode: string, villageCode: string, batchNo: string): Promise<VillageRoster | undefined>;
  rosterOfBatch(batchNo: string): Promise<VillageRoster | undefined>;
  rosterLines(batchNo: string, page: PageArgs): Promise<Page<RosterLine>>;
  /** Least time of publicity (L21). */
  rosterDeadline(roster: VillageRoster): Deadline;
  /** Lines of the viewer itself. */
  own(page: PageArgs): Promise<Page<SubsidyPayment>>;
  /** Lines that the viewer may know of: own, of the own scheme, of the supervised division. */
  list(filter: SubsidyFilter, page: PageArgs): Promise<Page<SubsidyPayment>>;
  figures(policyCode: string, query: FigureQuery, page: PageArgs): Promise<Page<SubsidyFigure>>;
}

const LATEST_FIRST = [
  { column: "publicity_from", direction: "desc" },
  { column: "batch_no", direction: "desc" },
  { column: "line_no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createSubsidyService = ({ db, viewer, asOf, cursors }: ServiceDependencies): SubsidyService => {
  const day = localDateOf(asOf);
  const batches = createKeyLoader(
    (numbers) => findBatches(db, numbers),
    ({ batchNo }) => batchNo,
  );
  const posted = async (batchNo: string): Promise<VillageRoster | undefined> => {
    const roster = await batches.load(batchNo);
    return roster !== undefined && isPosted(roster, day) ? roster : undefined;
  };
  const lines = createParentPages<object, RosterRow, RosterLine>(db, (filter) => ({
    orderBy: [{ column: "line_no", direction: "asc" }],
    ordering: "rosterLines",
    filter,
    cursors,
    toNode: toRosterLine,
    query: (batchNo) => rosterLines(db, batchNo, day),
  }));
  const figures = createParentPages<FigureQuery, FigureRow, FigureRow>(db, (filter) => ({
    orderBy: [{ column: "division_code", direction: "asc" }],
    ordering: "subsidyFigures",
    filter,
    cursors,
    toNode: (row) => row,
    query: (policyCode) => figuresOfPolicy(db, policyCode, filter, day),
  }));
  const recipients = new Map<number, DataLoader<string, RecipientCount[]>>();
  const recipientsOf = (year: number): DataLoader<string, RecipientCount[]> => {
    const loader =
      recipients.get(year) ??
      createGroupLoader(
        (policies) => countRecipients(db, policies, year, day),
        ({ policyCode }: RecipientCount) => policyCode,
      );
    recipients.set(year, loader);
    return loader;
  };
  const shape = { orderBy: LATEST_FIRST, cursors, toNode: toSubsidyPayment(day) };
  return {
    async roster(policyCode, villageCode, batchNo) {
      if (!/^[1-9]\d{11}$/.test(villageCode)) {
        throw badInput("villageCode", "VILLAGE_CODE", "A village code has twelve digits.");
      }
      const roster = await posted(batchNo);
      return roster?.policyCode === policyCode && roster.villageCode === villageCode ? roster : undefined;
    },
    rosterOfBatch: posted,
    rosterLines: (batchNo, page) => lines.load(batchNo, {}, page),
    rosterDeadline: ({ publicityFrom }) => toDeadline({ ...runningLimit("L21", publicityFrom), today: day }),
    own: (page) =>
      readPage<SubsidyRow, SubsidyPayment>({
        ...shape,
        query: ownLines(db, viewer),
        ordering: "mySubsidies",
        filter: {},
        page,
      }),
    list: (filter, page) =>
      readPage<SubsidyRow, SubsidyPayment>({
        ...shape,
        query: entitledLines(db, viewer, filter),
        ordering: "subsidyPayments",
        filter,
        page,
      }),
    async figures(policyCode, query, page) {
      const [read, counts] = await Promise.all([
        figures.load(policyCode, query, page),
        recipientsOf(query.year).load(policyCode),
      ]);
      const withheld = withheldDivisions(counts);
      return withNodes(read, (node) => toFigure(node, withheld));
    },
  };
};
