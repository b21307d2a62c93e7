/** Who stands in the demonstration records: golden bodies, authorities of a division, and their columns. */
import type { NewOf } from "../../../platform/database/index.js";
import type {
  DemonstrationCase,
  DemonstrationOrganization,
  DemonstrationPerson,
  DemonstrationWorld,
} from "../../demonstration.js";
import type { COMMITMENTS } from "../commitment/commitment.rows.js";
import { CounterpartyType } from "../counterparty/counterparty.enums.js";
import type { LICENCES } from "../licence/licence.rows.js";
import type { PENALTIES } from "../penalty/penalty.rows.js";

/** A new licence, penalty or commitment. */
export type NewLicence = NewOf<typeof LICENCES>;
export type NewPenalty = NewOf<typeof PENALTIES>;
export type NewCommitment = NewOf<typeof COMMITMENTS>;

/** Who decided. */
export type Authority = Pick<NewLicence, "authorityId" | "authorityUscc" | "divisionCode">;
/** Whom a record is about. */
export type Body = Pick<NewLicence, "counterpartyId" | "counterpartyUscc" | "counterpartyHash">;
/** Under which name and of which kind. */
export type Named = Pick<NewLicence, "partyName" | "counterpartyType" | "headName" | "counterpartyMinor">;

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
  world.organizations.filter(({ role }) =>
    ["enterprise", "intermediary", "individually-owned-business", "cooperative"].includes(role),
  );

/** A bureau, as it stands in the name of a county's. */
export type BureauName =
  | "市场监督管理局"
  | "发展和改革局"
  | "应急管理局"
  | "住房和城乡建设局"
  | "生态环境局"
  | "水利局"
  | "农业农村局"
  | "人力资源和社会保障局"
  | "财政局"
  | "税务局"
  | "人民法院";

/** The bureau or court of that purpose in each division, a province's 厅 or 委员会 too; of a division without one, that of Yanji. Throws where the world has none. */
export const bureaus = (world: DemonstrationWorld, name: BureauName): BureauOf => {
  const purpose = name.slice(0, -1);
  const byDivision = new Map(
    world.organizations
      .filter(({ role, name: body }) => (role === "agency" || role === "court") && body.includes(purpose))
      .map((bureau) => [bureau.divisionCode, bureau]),
  );
  if (name === "市场监督管理局") byDivision.set("222401", organizationOf(world, AGENCY));
  return (divisionCode) => {
    const found = byDivision.get(divisionCode) ?? byDivision.get("222401");
    if (found === undefined) throw new Error(`The world has no ${name}.`);
    return found;
  };
};

/** Columns of an authority. */
export const authorityColumns = (
  authority: Pick<DemonstrationOrganization, "id" | "uscc">,
  divisionCode: string,
): Authority => ({
  authorityId: authority.id,
  authorityUscc: authority.uscc!,
  divisionCode: divisionCode,
});

/** The city hands in its own records, the platform of the province those of all others. */
export const sourceUnitOf = ({ divisionCode: division }: Authority): string =>
  division === "222401" ? "延吉市政务服务和数字化建设管理局（演示）" : "省公共信用信息平台（演示）";

/** Columns by which a record says which body it is about. */
export const bodyColumns = (firm: DemonstrationOrganization): Body => ({
  counterpartyId: firm.id,
  counterpartyUscc: firm.uscc,
  counterpartyHash: undefined,
});

/** Columns by which a record says which person it is about. */
export const personColumns = ({ hash }: DemonstrationPerson): Body => ({
  counterpartyId: undefined,
  counterpartyUscc: undefined,
  counterpartyHash: hash,
});

/** Name and kind of a body. */
export const bodyName = (firm: DemonstrationOrganization): Named => ({
  partyName: firm.name,
  counterpartyType:
    firm.role === "individually-owned-business"
      ? CounterpartyType.INDIVIDUALLY_OWNED_BUSINESS_04
      : CounterpartyType.LEGAL_PERSON_02,
  headName: firm.legalRepName,
  counterpartyMinor: false,
});

/** Name and kind of a person. */
export const personName = ({ name }: DemonstrationPerson, minor = false): Named => ({
  partyName: name,
  counterpartyType: CounterpartyType.NATURAL_PERSON_01,
  headName: undefined,
  counterpartyMinor: minor,
});

/** The applicant of a case as a counterparty. */
export const applicantColumns = ({ person, organization }: DemonstrationCase): Body & Named =>
  person
    ? { ...personColumns(person), ...personName(person) }
    : { ...bodyColumns(organization!), ...bodyName(organization!) };
