/** SQL of commitments and of what matters ask for. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { daysBetween } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { OF_COUNTERPARTY, OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { subjectOf, type OwnedRow } from "../counterparty/counterparty.js";
import { Fulfilment, type CommitmentType } from "./commitment.enums.js";
import type { CommitmentFilter } from "./commitment.input.js";
import { WHOSE_COMMITMENT } from "./commitment.policy.js";
import type { CreditCommitment, RequiredCommitment } from "./commitment.type.js";

/** A row of commitments. */
export interface CommitmentRow extends OwnedRow {
  id: string;
  counterparty_id: string | null;
  counterparty_name: string | null;
  authority_id: string;
  type: CommitmentType;
  text: string;
  signer_name: string | null;
  signed_on: string;
  due_on: string | null;
  fulfilment: Fulfilment;
  verified_on: string | null;
  verified_by_id: string | null;
  matter_id: string | null;
  project_no: string | null;
}

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
export const toCommitment = (row: CommitmentRow, today: string): CreditCommitment => ({
  id: row.id,
  type: row.type,
  text: row.text,
  counterpartyName: row.counterparty_name ?? undefined,
  signerName: row.signer_name ?? undefined,
  signedOn: row.signed_on,
  dueOn: row.due_on ?? undefined,
  // Counted in the calendar only where it is asked for.
  get deadline() {
    return deadlineOf(row, today);
  },
  fulfilment: row.fulfilment,
  verifiedOn: row.verified_on ?? undefined,
  subject: subjectOf(row),
  authorityId: row.authority_id,
  authorityUscc: row.authority_uscc,
  divisionCode: row.division_code,
  counterpartyId: row.counterparty_id ?? undefined,
  verifiedById: row.verified_by_id ?? undefined,
  matterId: row.matter_id ?? undefined,
  projectNo: row.project_no ?? undefined,
});

/** Commitments with these ids, in no order; access is decided by the service. */
export const findCommitments = async (db: Knex, ids: readonly string[]): Promise<CommitmentRow[]> =>
  (await db("commitments").whereIn("id", [...ids])) as CommitmentRow[];

/** Commitments that the viewer may know of and that fit; `published` leaves out those that are not public. */
export const commitmentsQuery = (
  db: Knex,
  viewer: Viewer,
  filter: CommitmentFilter & { published?: boolean },
): Knex.QueryBuilder => {
  const query = readableRows(db("commitments").select("*"), WHOSE_COMMITMENT, { viewer });
  if (filter.type) query.where("type", filter.type);
  if (filter.fulfilment) query.where("fulfilment", filter.fulfilment);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.published) readableRows(query, WHOSE_COMMITMENT, { viewer: ANONYMOUS });
  if (filter.mine) readableRows(query, OF_COUNTERPARTY, { viewer });
  return query;
};

/** Commitments made in cases, for those who may know of the case. */
export const caseCommitmentsQuery = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(db("commitments").select("*"), OF_PARTIES, { viewer });

/** What the matters ask for, by type. */
export const findRequiredCommitments = async (
  db: Knex,
  matterIds: readonly string[],
): Promise<(RequiredCommitment & { matterId: string })[]> =>
  (
    (await db("matter_commitments")
      .whereIn("matter_id", [...matterIds])
      .orderBy(["matter_id", "type"])) as {
      matter_id: string;
      type: CommitmentType;
      text: string;
      within_days: number | null;
    }[]
  ).map((row) => ({
    matterId: row.matter_id,
    type: row.type,
    text: row.text,
    withinDays: row.within_days ?? undefined,
  }));
