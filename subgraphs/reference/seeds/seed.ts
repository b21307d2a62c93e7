/** Fills the reference schema: real divisions, the shipped legal bases, generated organisations. */
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../../platform/config/index.js";
import { copyRows, searchTerms } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { IdentifierScheme, OrgKind, OrgStatus } from "../organization/organization.type.js";

const KINDS: Readonly<Record<DemonstrationOrganization["role"], OrgKind>> = {
  agency: OrgKind.AGENCY,
  institution: OrgKind.INSTITUTION,
  enterprise: OrgKind.ENTERPRISE,
  intermediary: OrgKind.ENTERPRISE,
  "sole-trader": OrgKind.SOLE_TRADER,
  cooperative: OrgKind.COOPERATIVE,
  association: OrgKind.ASSOCIATION,
  "law-firm": OrgKind.LAW_FIRM,
  village: OrgKind.VILLAGE_COLLECTIVE,
};

/** Replaces all reference data by the demonstration world. */
export const seedReference = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await db.raw("truncate divisions, organizations, organization_identifiers, legal_bases");
  await seedDivisions(db);
  await db("legal_bases").insert(
    world.legalBases.map((basis) => ({
      id: basis.id,
      law_name: basis.lawName,
      doc_no: basis.docNo ?? null,
      article_no: basis.articleNo ?? null,
      text: basis.text ?? null,
      effective_from: basis.effectiveFrom,
      effective_to: basis.effectiveTo ?? null,
    })),
  );
  await seedOrganizations(db, world);
};

const seedDivisions = (db: Knex): Promise<void> => {
  const lines = readFileSync(projectPath("subgraphs/reference/seeds/divisions.tsv"), "utf8")
    .replace(/\n$/, "")
    .split("\n");
  return copyRows(
    db,
    "divisions",
    ["code", "name", "level", "kind", "parent_code", "valid_to", "replaced_by_code"],
    lines.map((line) => line.split("\t").map((value) => (value === "" ? null : value))),
  );
};

const identifiersOf = ({
  uscc,
  orgCode,
  id,
}: DemonstrationOrganization): { scheme: IdentifierScheme; value: string; valid: boolean }[] => {
  if (uscc !== undefined) return [{ scheme: IdentifierScheme.USCC, value: uscc, valid: true }];
  if (orgCode !== undefined) return [{ scheme: IdentifierScheme.ORG9, value: orgCode, valid: true }];
  return [{ scheme: IdentifierScheme.LOCAL, value: id.replace(/^CN-LOCAL-/, ""), valid: false }];
};

const seedOrganizations = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const rows = world.organizations.map((organization, index) => {
    const terms = searchTerms(organization.name);
    return {
      id: organization.id,
      uscc: organization.uscc ?? null,
      name: organization.name,
      kind: KINDS[organization.role],
      identifiers: JSON.stringify(identifiersOf(organization)),
      status: index % 97 === 96 ? OrgStatus.DEREGISTERED : OrgStatus.ACTIVE,
      contact: organization.role === "agency" ? `演示联系方式-${index}` : null,
      division_code: organization.divisionCode,
      parent_id: organization.parentId ?? null,
      search: db.raw("setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'C')", [
        terms.words,
        terms.pairs,
      ]),
    };
  });
  await db.batchInsert("organizations", rows, 500);
  await db.batchInsert(
    "organization_identifiers",
    world.organizations.flatMap((organization) =>
      identifiersOf(organization).map(({ scheme, value }) => ({ scheme, value, organization_id: organization.id })),
    ),
    1_000,
  );
};
