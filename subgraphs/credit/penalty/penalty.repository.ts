/** SQL of penalties. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, unreadableRows } from "../../../platform/database/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import type { PenaltyFilter } from "./penalty.input.js";
import type { DecidedFine } from "./decided-fine.type.js";
import { WHOSE_PENALTY } from "./penalty.policy.js";
import { PENALTIES } from "./penalty.rows.js";
import type { PenaltyRow } from "./penalty.js";

/** `publicityUntil` of penalty.status.ts in SQL, over a penalty p and its rule r. */
const PUBLICITY_ENDS_ON = `case when r.when_unperformed = 'UNTIL_PERFORMED' and not p.duty_performed then null
  when r.when_unperformed = 'UNTIL_PERFORMED' then greatest(coalesce(p.publicity_until, (p.decision_date + r.max_months * interval '1 month')::date), p.duty_performed_on)
  else coalesce(p.publicity_until, (p.decision_date + r.max_months * interval '1 month')::date) end`;

/** `repairEligibleOn` of penalty.status.ts in SQL, but for what a false repair bars. */
const REPAIR_ELIGIBLE_ON =
  "case when p.duty_performed is not false then greatest((p.decision_date + r.min_months * interval '1 month')::date, p.duty_performed_on) end";

/** Every penalty with its rule, whoever asks; a table expression named penalties. */
export const ruledPenalties = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("penalties as p")
      .join("severity_rules as r", "r.id", "p.severity_rule_id")
      .select(
        ...PENALTIES.columns("p"),
        "r.min_months",
        "r.max_months",
        "r.when_unperformed",
        db.raw("r.max_months = 0 as rule_seals"),
        db.raw("p.sealed_by is not null as sealed"),
        db.raw(`${REPAIR_ELIGIBLE_ON} as repair_eligible_on`),
        db.raw(`${PUBLICITY_ENDS_ON} as publicity_ends_on`),
        db.raw(
          "(not p.counterparty_minor and p.sealed_by is null and r.max_months > 0 and (p.withdrawn_on is null or p.published_on is not null) and p.publication_day_known) as publishable",
        ),
        db.raw(
          "exists (select 1 from objections o where o.record_id = p.id and o.state = 'INVESTIGATING') as objection_pending",
        ),
      )
      .as("penalties"),
  );

/** Penalties with these ids, in no order; access is decided by the service. */
export const findPenalties = async (db: Knex, ids: readonly string[]): Promise<PenaltyRow[]> =>
  (await ruledPenalties(db).whereIn("id", [...ids])) as PenaltyRow[];

/** Penalties that the viewer may know of and that fit; the caller adds parent, order and page. */
export const penaltiesQuery = (db: Knex, viewer: Viewer, today: string, filter: PenaltyFilter): Knex.QueryBuilder => {
  const query = readableRows(ruledPenalties(db), WHOSE_PENALTY, { viewer, today });
  if (filter.severity) query.where("severity", filter.severity);
  if (filter.authorityId) query.where("authority_id", filter.authorityId);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.year != null) query.whereBetween("decision_date", [`${filter.year}-01-01`, `${filter.year}-12-31`]);
  if (filter.archived != null)
    (filter.archived ? unreadableRows : readableRows)(query, WHOSE_PENALTY, { viewer: ANONYMOUS, today });
  if (filter.mine) readableRows(query, OF_COUNTERPARTY, { viewer });
  return query;
};

/** A penalty of an exchange file, with whether its source gave no severity and the rules said which. */
export interface ExportedPenaltyRow extends PenaltyRow {
  readonly severity_by_rule: boolean;
}

/** Those that everybody may know of, for an exchange file: rows of ExportedPenaltyRow. */
export const publicPenaltiesQuery = (
  db: Knex,
  { today, agency, ...filter }: { readonly today: string; readonly division?: string; readonly agency?: string },
): Knex.QueryBuilder => {
  const query = penaltiesQuery(db, ANONYMOUS, today, filter).select(
    db.raw("(select s.severity_by_rule from penalties s where s.id = penalties.id) as severity_by_rule"),
  );
  return agency === undefined ? query : query.where("authority_uscc", agency);
};

/** Those with these numbers of decisions that the viewer may know of, the newest of each last. */
export const findPenaltiesByDocNo = async (
  db: Knex,
  viewer: Viewer,
  today: string,
  numbers: readonly string[],
): Promise<PenaltyRow[]> =>
  (await penaltiesQuery(db, viewer, today, {})
    .whereIn("doc_no", [...numbers])
    .orderBy(["decision_date", { column: "id", order: "desc" }])) as PenaltyRow[];

/** The latest 200 fines of each of these authorities that everybody may know of, whoever asks. */
export const publicFinesOf = async (
  db: Knex,
  today: string,
  authorities: readonly string[],
): Promise<(DecidedFine & { readonly authorityId: string })[]> => {
  const ranked = penaltiesQuery(db, ANONYMOUS, today, {})
    .select(db.raw("row_number() over (partition by authority_id order by decision_date desc, id) as place"))
    .whereIn("authority_id", [...authorities])
    .whereNotNull("fine_fen");
  const rows = (await db
    .from(ranked.as("ranked"))
    .where("place", "<=", 200)
    .orderBy(["authority_id", "place"])) as PenaltyRow[];
  return rows.map(
    ({ id, authority_id: authorityId, violation_type: violation, decision_date: decidedOn, fine_fen: fine }) => ({
      ...{ penaltyId: id, authorityId, violation, decidedOn, fine: fine! },
    }),
  );
};

/** Those of a query that are about a body. */
export const ofBody = (query: Knex.QueryBuilder, organizationId: Knex.Raw): Knex.QueryBuilder =>
  query.where("counterparty_id", organizationId);
