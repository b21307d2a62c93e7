/** The person or body that a record is about, and what of its name each viewer sees (行政相对人). */
import type { Knex } from "knex";
import { divisionPrefix, hasRole, type Viewer } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";
import { maskName } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/index.js";

/** Kind of counterparty; the number is the code of the publicity tables (双公示). */
export enum CounterpartyType {
  NATURAL_PERSON_01 = "NATURAL_PERSON_01",
  LEGAL_PERSON_02 = "LEGAL_PERSON_02",
  UNINCORPORATED_03 = "UNINCORPORATED_03",
  SOLE_TRADER_04 = "SOLE_TRADER_04",
}

describeEnum(CounterpartyType, "CounterpartyType", "Kind of counterparty (行政相对人类别).", {
  NATURAL_PERSON_01: "Natural person; the public sees the surname alone (自然人).",
  LEGAL_PERSON_02: "Legal person (法人).",
  UNINCORPORATED_03: "Unincorporated organisation (非法人组织).",
  SOLE_TRADER_04: "Sole trader (个体工商户).",
});

/** Columns by which a record says whose it is. */
export interface RecordRow {
  counterparty_id: string | null;
  counterparty_uscc: string | null;
  counterparty_hash: string | null;
  counterparty_name: string;
  counterparty_type: CounterpartyType;
  authority_id: string;
  authority_uscc: string;
  division_code: string;
}

/** Those columns, for select lists. */
export const RECORD_COLUMNS = [
  "counterparty_id",
  "counterparty_uscc",
  "counterparty_hash",
  "counterparty_name",
  "counterparty_type",
  "authority_id",
  "authority_uscc",
  "division_code",
];

/** Whose a record is: a body by credit code, a person by hash. */
export const factsOf = (row: RecordRow): RecordFacts => ({
  subject: row.counterparty_uscc ?? row.counterparty_hash ?? undefined,
  agency: row.authority_uscc,
  division: row.division_code,
});

/** True where the viewer is the subject, an officer of the authority, or supervises the division. */
export const isEntitled = (viewer: Viewer, facts: RecordFacts): boolean =>
  isOwner(viewer, facts) || isOwnAgency(viewer, facts) || isSupervisor(viewer, facts);

/** The rows of `isEntitled`, said in SQL. */
export const orWhereEntitled = (condition: Knex.QueryBuilder, viewer: Viewer): void => {
  if (hasRole(viewer, "enterprise_agent") && viewer.subjectUscc !== undefined)
    condition.orWhere("counterparty_uscc", viewer.subjectUscc);
  if (hasRole(viewer, "citizen") && viewer.subjectHash !== undefined)
    condition.orWhere("counterparty_hash", viewer.subjectHash);
  if ((hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) && viewer.agencyUscc !== undefined) {
    condition.orWhere("authority_uscc", viewer.agencyUscc);
  }
  if (hasRole(viewer, "supervisor") && viewer.divisionCode !== undefined) {
    condition.orWhereLike("division_code", `${divisionPrefix(viewer.divisionCode)}%`);
  }
};

/** The name as the viewer sees it: of a natural person the public sees the surname alone (行政处罚公示规则). */
export const shownName = (viewer: Viewer, row: RecordRow): string =>
  row.counterparty_type !== CounterpartyType.NATURAL_PERSON_01 || isEntitled(viewer, factsOf(row))
    ? row.counterparty_name
    : maskName(row.counterparty_name);
