/** Fills the reference schema: generated organisations with their pasts. */
import type { Knex } from "knex";
import { insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { IdentifierScheme, OrgKind, OrgStatus } from "../organization/organization.enums.js";
import { CITED_ID } from "../legal-basis/legal-basis.registration.js";
import { ORGANIZATIONS, ORGANIZATION_IDENTIFIERS } from "../organization/organization.rows.js";
import { STORED_IDENTIFIER, STORED_NAMED_PERIOD } from "../organization/organization.stored.js";
import { APPS } from "../app/app.rows.js";
import { DEMONSTRATION_APPS } from "./apps.js";
import { FORMER_ORGANIZATIONS, PASTS, type OrganizationPast, type SeededIdentifier } from "./organization-history.js";

const KINDS: Readonly<Record<DemonstrationOrganization["role"], OrgKind>> = {
  agency: OrgKind.AGENCY,
  court: OrgKind.AGENCY,
  institution: OrgKind.INSTITUTION,
  enterprise: OrgKind.ENTERPRISE,
  intermediary: OrgKind.ENTERPRISE,
  "individually-owned-business": OrgKind.INDIVIDUALLY_OWNED_BUSINESS,
  cooperative: OrgKind.COOPERATIVE,
  association: OrgKind.ASSOCIATION,
  "law-firm": OrgKind.LAW_FIRM,
  village: OrgKind.VILLAGE_COLLECTIVE,
};

/** Bodies that close; a bureau is abolished or merged, never struck off a register. */
const CLOSES: ReadonlySet<DemonstrationOrganization["role"]> = new Set([
  "enterprise",
  "intermediary",
  "individually-owned-business",
  "cooperative",
]);

/** Removes all organisations, and the legal bases that exports cited. */
export const clearReference = async (db: Knex): Promise<void> => {
  await db.raw("truncate organizations, organization_identifiers, apps, webhooks, webhook_set_aside");
  await db("legal_bases").whereRaw("starts_with(id, ?)", [CITED_ID]).delete();
};

/** Fills the cleared schema with the organisations of the demonstration world. */
export const seedReference = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await seedOrganizations(db, world);
  await insertRecords(db, APPS, DEMONSTRATION_APPS);
};

const identifiersOf = ({ uscc, orgCode, id }: DemonstrationOrganization): SeededIdentifier[] => {
  const past = PASTS[id]?.identifiers ?? [];
  if (uscc !== undefined) return [{ scheme: IdentifierScheme.USCC, value: uscc, valid: true }, ...past];
  if (orgCode !== undefined) return [{ scheme: IdentifierScheme.ORG9, value: orgCode, valid: true }, ...past];
  return [{ scheme: IdentifierScheme.LOCAL, value: id.replace(/^CN-LOCAL-/, ""), valid: false }, ...past];
};

type NewOrganization = NewOf<typeof ORGANIZATIONS>;

/** Columns that a past fills. */
const pastColumns = (past: OrganizationPast) => ({
  shortName: past.shortName,
  formerNames: (past.formerNames ?? []).map(STORED_NAMED_PERIOD.write),
  establishedOn: past.establishedOn,
  statusSince: past.statusSince,
  mergedIntoId: past.mergedIntoId,
  mergedOn: past.mergedOn,
});

/** Identifiers as they are shown: a local code as its source writes it. */
const shownIdentifiers = (identifiers: readonly SeededIdentifier[]): NewOrganization["identifiers"] =>
  identifiers.map((identifier) =>
    STORED_IDENTIFIER.write({
      ...identifier,
      value: identifier.source === undefined ? identifier.value : identifier.value.replace(`${identifier.source}:`, ""),
    }),
  );

/** Short and former names are searched too: people know a body by the name it has or had among them. */
const searchOf = (db: Knex, name: string, past: OrganizationPast): Knex.Raw =>
  searchVector(
    db,
    name,
    ...(past.shortName === undefined ? [] : [past.shortName]),
    ...(past.formerNames ?? []).map((former) => former.name),
  );

const seedOrganizations = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const bodies = [...world.organizations, ...world.publicInstitutions];
  const rows = bodies.map((organization, index): NewOrganization => {
    const past = PASTS[organization.id] ?? {};
    const deregistered = index % 97 === 96 && CLOSES.has(organization.role);
    return {
      id: organization.id,
      uscc: organization.uscc,
      name: organization.name,
      kind: KINDS[organization.role],
      identifiers: shownIdentifiers(identifiersOf(organization)),
      status: deregistered ? OrgStatus.DEREGISTERED : OrgStatus.ACTIVE,
      legalRepName: organization.legalRepName,
      contact: organization.role === "agency" ? `演示联系方式-${index}` : undefined,
      divisionCode: organization.divisionCode,
      // Agencies and courts are set up by law or decision, not registered.
      registeredAtCode: ["agency", "court"].includes(organization.role)
        ? undefined
        : (past.registeredAtCode ?? organization.divisionCode),
      parentId: organization.parentId,
      ...pastColumns(deregistered ? { ...past, statusSince: "2023-06-30" } : past),
      search: searchOf(db, organization.name, past),
    };
  });
  const former = FORMER_ORGANIZATIONS.map((organization): NewOrganization => ({
    id: organization.id,
    uscc: organization.uscc,
    name: organization.name,
    kind: organization.kind,
    identifiers: shownIdentifiers(formerIdentifiers(organization)),
    status: organization.status,
    legalRepName: organization.legalRepName,
    contact: undefined,
    divisionCode: organization.divisionCode,
    registeredAtCode: organization.kind === OrgKind.AGENCY ? undefined : organization.divisionCode,
    parentId: undefined,
    ...pastColumns(organization),
    search: searchOf(db, organization.name, organization),
  }));
  await insertRecords(db, ORGANIZATIONS, [...rows, ...former]);
  await insertRecords(
    db,
    ORGANIZATION_IDENTIFIERS,
    [
      ...bodies.map((organization) => ({ id: organization.id, held: identifiersOf(organization) })),
      ...FORMER_ORGANIZATIONS.map((organization) => ({ id: organization.id, held: formerIdentifiers(organization) })),
    ].flatMap(({ id, held }) =>
      held.map(({ scheme, value, validFrom, validTo }) => ({ scheme, value, organizationId: id, validFrom, validTo })),
    ),
  );
};

const formerIdentifiers = ({
  uscc,
  identifiers = [],
}: {
  readonly uscc: string;
  readonly identifiers?: readonly SeededIdentifier[];
}): SeededIdentifier[] => [{ scheme: IdentifierScheme.USCC, value: uscc, valid: true }, ...identifiers];
