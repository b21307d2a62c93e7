/** SQL of commitments and of what matters ask for. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import { daysBetween } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { OF_COUNTERPARTY, OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { subjectOf } from "../counterparty/counterparty.js";
import { commitmentsOf } from "../counterparty/proceedings.repository.js";
import { Fulfilment } from "./commitment.machine.js";
import type { CommitmentFilter } from "./commitment.input.js";
import { WHOSE_COMMITMENT } from "./commitment.policy.js";
import { COMMITMENTS, MATTER_COMMITMENTS, type CommitmentRow } from "./commitment.rows.js";
import type { CreditCommitment } from "./commitment.type.js";

const shown = COMMITMENTS.to<CreditCommitment>()("counterpartyUscc", "counterpartyHash", "version");

const deadlineOf = (
  { signed_on: start, due_on: due, fulfilment, verified_on: verified }: CommitmentRow,
  today: string,
): Deadline | undefined =>
  due === null
    ? undefined
    : toDeadline({
        facts: { start, unit: "D", amount: daysBetween(start, due) },
        basis: "承诺书约定的履行期限",
        today,
        completedOn: fulfilment === Fulfilment.FULFILLED ? (verified ?? undefined) : undefined,
      });

/** Domain object of a row on the day. */
export const toCommitment = (row: CommitmentRow, today: string): CreditCommitment =>
  shown(row, {
    // Counted in the calendar only where it is asked for.
    get deadline() {
      return deadlineOf(row, today);
    },
    subject: subjectOf(row),
  });

/** Commitments with these ids, in no order; access is decided by the service. */
export const findCommitments = async (db: Knex, ids: readonly string[]): Promise<CommitmentRow[]> =>
  (await commitmentsOf(db).whereIn("id", [...ids])) as CommitmentRow[];

/** Commitments that the viewer may know of and that fit; `published` leaves out those that are not public. */
export const commitmentsQuery = (
  db: Knex,
  viewer: Viewer,
  filter: CommitmentFilter & { published?: boolean },
): Knex.QueryBuilder => {
  const query = readableRows(commitmentsOf(db), WHOSE_COMMITMENT, { viewer });
  if (filter.type) query.where("type", filter.type);
  if (filter.fulfilment) query.where("fulfilment", filter.fulfilment);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.published) readableRows(query, WHOSE_COMMITMENT, { viewer: ANONYMOUS });
  if (filter.mine) readableRows(query, OF_COUNTERPARTY, { viewer });
  return query;
};

/** Those of a body. */
export const counterpartyCommitmentsQuery = (
  db: Knex,
  viewer: Viewer,
  filter: CommitmentFilter & { published?: boolean },
  organizationId: Knex.Raw,
): Knex.QueryBuilder => commitmentsQuery(db, viewer, filter).where("counterparty_id", organizationId);

/** Commitments made in a case, for those who may know of the case. */
export const caseCommitmentsQuery = (db: Knex, viewer: Viewer, caseNo: Knex.Raw): Knex.QueryBuilder =>
  readableRows(readableRows(commitmentsOf(db), WHOSE_COMMITMENT, { viewer }), OF_PARTIES, { viewer }).where(
    "case_no",
    caseNo,
  );

/** What the matters ask for, by type. */
export const findRequiredCommitments = async (
  db: Knex,
  matterIds: readonly string[],
): Promise<RecordOf<typeof MATTER_COMMITMENTS>[]> =>
  (
    (await db("matter_commitments")
      .select(MATTER_COMMITMENTS.columns())
      .whereIn("matter_id", [...matterIds])
      .orderBy(["matter_id", "type"])) as RowOf<typeof MATTER_COMMITMENTS>[]
  ).map(MATTER_COMMITMENTS.toRecord);
