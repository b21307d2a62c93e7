/** Finds and lists commitments for one viewer. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { CommitmentFilter } from "./commitment.input.js";
import { WHOSE_COMMITMENT } from "./commitment.policy.js";
import {
  caseCommitmentsQuery,
  commitmentsQuery,
  counterpartyCommitmentsQuery,
  findCommitments,
  findRequiredCommitments,
  toCommitment,
} from "./commitment.repository.js";
import type { CommitmentRow } from "./commitment.rows.js";
import type { CreditCommitment, RequiredCommitment } from "./commitment.type.js";

/** Service of commitments. */
export interface CommitmentService {
  find(id: string): Promise<CreditCommitment | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<CreditCommitment | undefined>;
  list(filter: CommitmentFilter, page: PageArgs): Promise<Page<CreditCommitment>>;
  /** `published` leaves out those that are not public, whoever asks. */
  listOfCounterparty(
    organizationId: string,
    filter: CommitmentFilter & { published?: boolean },
    page: PageArgs,
  ): Promise<Page<CreditCommitment>>;
  /** Those made in a case, for those who may know of the case. */
  listOfCase(caseNo: string, page: PageArgs): Promise<Page<CreditCommitment>>;
  requiredByMatter(matterId: string): Promise<RequiredCommitment[]>;
}

/** Newest first. */
const ORDER = [
  { column: "signed_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createCommitmentService = ({ db, viewer, asOf, cursors }: ServiceDependencies): CommitmentService => {
  const today = localDateOf(asOf);
  const toNode = (row: CommitmentRow): CreditCommitment => toCommitment(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findCommitments(db, ids)).filter((row) => canRead(WHOSE_COMMITMENT, { viewer }, row)).map(toNode),
    ({ id }) => id,
  );
  const required = createGroupLoader(
    (ids) => findRequiredCommitments(db, ids),
    ({ matterId }) => matterId,
  );
  const shape = { orderBy: ORDER, cursors, toNode, counted: true };
  const ofCounterparty = createParentPages<CommitmentFilter & { published?: boolean }, CommitmentRow, CreditCommitment>(
    db,
    (filter) => ({
      ...shape,
      ordering: "commitments.counterparty",
      filter,
      query: (parent) => counterpartyCommitmentsQuery(db, viewer, filter, parent),
    }),
  );
  const ofCase = createParentPages<object, CommitmentRow, CreditCommitment>(db, () => ({
    ...shape,
    ordering: "commitments.case",
    filter: {},
    query: (parent) => caseCommitmentsQuery(db, viewer, parent),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    list: (filter, page) =>
      readPage({
        query: commitmentsQuery(db, viewer, filter),
        orderBy: ORDER,
        ordering: "commitments",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfCounterparty: (organizationId, filter, page) => ofCounterparty.load(organizationId, filter, page),
    listOfCase: (caseNo, page) => ofCase.load(caseNo, {}, page),
    requiredByMatter: (matterId) => required.load(matterId),
  };
};
