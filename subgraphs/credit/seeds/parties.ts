/** Who stands in the demonstration records: golden bodies, authorities of a division, and their columns. */
import type { Knex } from "knex";
import { copyRows, type CopyValue } from "../../../platform/database/index.js";
import type {
  DemonstrationCase,
  DemonstrationOrganization,
  DemonstrationPerson,
  DemonstrationWorld,
} from "../../demonstration.js";
import { CounterpartyType } from "../counterparty/counterparty.type.js";

/** A row by column. */
export type Row = Record<string, unknown>;

/** The enterprise that agent-1 acts for, and officer-1's agency. */
export const ENTERPRISE = "91990101MA9000011P";
export const AGENCY = "11990101MB9000015E";

/** Body of a kind in a division. */
export type BureauOf = (divisionCode: string) => DemonstrationOrganization;

/** An organisation of the world by credit code. Throws where the world has none: it is golden. */
export const organizationOf = (world: DemonstrationWorld, uscc: string): DemonstrationOrganization => {
  const found = world.organizations.find((organization) => organization.uscc === uscc);
  if (!found) throw new Error(`The world has no organisation ${uscc}.`);
  return found;
};

/** Bodies that have records. */
export const firmsOf = (world: DemonstrationWorld): DemonstrationOrganization[] =>
  world.organizations.filter(({ role }) => ["enterprise", "intermediary", "sole-trader", "cooperative"].includes(role));

/** The bureau with that name in each division; officer-1's agency for market supervision in Yanji. */
export const bureaus = (world: DemonstrationWorld, name: "市场监督管理局" | "发展和改革局"): BureauOf => {
  const byDivision = new Map(
    world.organizations
      .filter((organization) => organization.role === "agency" && organization.name.includes(name))
      .map((bureau) => [bureau.divisionCode, bureau]),
  );
  if (name === "市场监督管理局") byDivision.set("222401", organizationOf(world, AGENCY));
  return (divisionCode) => byDivision.get(divisionCode) ?? byDivision.get("222401")!;
};

/** Columns of an authority. */
export const authorityColumns = (
  authority: Pick<DemonstrationOrganization, "id" | "uscc">,
  divisionCode: string,
): Row => ({
  authority_id: authority.id,
  authority_uscc: authority.uscc,
  division_code: divisionCode,
});

/** The city hands in its own records, the platform of the province those of all others. */
export const sourceUnitOf = ({ division_code: division }: Row): string =>
  division === "222401" ? "延吉市政务服务和数字化建设管理局（演示）" : "省公共信用信息平台（演示）";

/** Columns by which a record says which body it is about. */
export const bodyColumns = (firm: DemonstrationOrganization): Row => ({
  counterparty_id: firm.id,
  counterparty_uscc: firm.uscc ?? null,
  counterparty_hash: null,
});

/** Columns by which a record says which person it is about. */
export const personColumns = ({ hash }: DemonstrationPerson): Row => ({
  counterparty_id: null,
  counterparty_uscc: null,
  counterparty_hash: hash,
});

/** Name and kind of a body. */
export const bodyName = (firm: DemonstrationOrganization): Row => ({
  counterparty_name: firm.name,
  counterparty_type: firm.role === "sole-trader" ? CounterpartyType.SOLE_TRADER_04 : CounterpartyType.LEGAL_PERSON_02,
  legal_rep_name: firm.legalRepName ?? null,
  counterparty_minor: false,
});

/** Name and kind of a person. */
export const personName = ({ name }: DemonstrationPerson, minor = false): Row => ({
  counterparty_name: name,
  counterparty_type: CounterpartyType.NATURAL_PERSON_01,
  legal_rep_name: null,
  counterparty_minor: minor,
});

/** The applicant of a case as a counterparty. */
export const applicantColumns = ({ person, organization }: DemonstrationCase): Row =>
  person
    ? { ...personColumns(person), ...personName(person) }
    : { ...bodyColumns(organization!), ...bodyName(organization!) };

/** Numbers documents through: 演罚〔2026〕1号, 演罚〔2026〕2号 … */
export const documentNumbers = (prefix: string): ((day: string) => string) => {
  let last = 0;
  return (day) => `${prefix}〔${day.slice(0, 4)}〕${++last}号`;
};

/** Loads rows that have the same columns, without arrays. */
export const copyAll = async (db: Knex, table: string, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  await copyRows(
    db,
    table,
    columns,
    rows.map((row) => columns.map((column) => (row[column] ?? null) as CopyValue)),
  );
};
