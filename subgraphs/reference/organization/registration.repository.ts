/** SQL by which registrations find, create and complete organisations. */
import type { Knex } from "knex";
import { searchVector, toRow } from "../../../platform/database/index.js";
import { IdentifierScheme, OrgKind, OrgStatus } from "./organization.enums.js";
import type { OrgIdentifier } from "./organization.js";
import { ORGANIZATIONS, ORGANIZATION_IDENTIFIERS, type OrganizationRow } from "./organization.rows.js";
import { STORED_IDENTIFIER } from "./organization.stored.js";

/** An organisation of which a registration says this, and nothing else is known. */
export interface NewOrganization {
  readonly id: string;
  readonly uscc: string | undefined;
  readonly name: string;
  readonly kind: OrgKind;
  readonly divisionCode: string | undefined;
  /** The identifier as it is looked for. */
  readonly held: { readonly scheme: IdentifierScheme; readonly value: string };
  /** The identifier as it is shown. */
  readonly shown: OrgIdentifier;
}

/** Who holds these local codes and organisation codes now. */
export const findHolders = (
  trx: Knex.Transaction,
  { locals, orgCodes }: { readonly locals: readonly string[]; readonly orgCodes: readonly string[] },
): Promise<{ scheme: IdentifierScheme; value: string; id: string; uscc: string | null }[]> =>
  trx("organization_identifiers as i")
    .join("organizations as o", "o.id", "i.organization_id")
    .select("i.scheme", "i.value", "o.id", "o.uscc")
    .whereNull("i.valid_to")
    .where((wanted) =>
      wanted
        .where((local) => local.where("i.scheme", IdentifierScheme.LOCAL).whereIn("i.value", [...locals]))
        .orWhere((org) => org.where("i.scheme", IdentifierScheme.ORG9).whereIn("i.value", [...orgCodes])),
    );

/** Organisations whose credit code embeds one of these organisation codes, by id. */
export const findByEmbeddedCode = (
  trx: Knex.Transaction,
  orgCodes: readonly string[],
): Promise<{ id: string; uscc: string }[]> =>
  trx("organizations")
    .select("id", "uscc")
    .whereRaw("substr(uscc, 9, 9) = any(?::text[])", [[...orgCodes]])
    .orderBy("id");

/** Names of organisations by id: the present one, the short one, those before. */
export const findNames = async (trx: Knex.Transaction, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const rows = (await trx("organizations")
    .select("id", "name", "short_name", "former_names")
    .whereIn("id", [...ids])) as Pick<OrganizationRow, "id" | "name" | "short_name" | "former_names">[];
  return new Map(
    rows.map(({ id, name, short_name: short, former_names: former }) => [
      id,
      [name, ...(short === null ? [] : [short]), ...former.map((period) => period.name)],
    ]),
  );
};

/** A credit code appeared for an organisation known by its organisation code: the id stays, and so does a kind that is known. */
export const addCreditCode = async (trx: Knex.Transaction, id: string, uscc: string, kind: OrgKind): Promise<void> => {
  const identifier = STORED_IDENTIFIER.write({ scheme: IdentifierScheme.USCC, value: uscc, valid: true });
  await trx("organizations")
    .where({ id })
    .update({
      uscc,
      kind: trx.raw("case kind when ? then ? else kind end", [OrgKind.OTHER, kind]),
      identifiers: trx.raw("identifiers || ?::jsonb", [JSON.stringify([identifier])]),
    });
  await holdIdentifiers(trx, [{ scheme: IdentifierScheme.USCC, value: uscc, organizationId: id }]);
};

/** Writes those whose id is not there yet, each with the identifier that it was registered by. */
export const insertOrganizations = async (
  trx: Knex.Transaction,
  organizations: readonly NewOrganization[],
): Promise<void> => {
  const rows = organizations.map(({ held: _held, shown, ...organization }) =>
    toRow(ORGANIZATIONS, {
      ...organization,
      ...UNKNOWN,
      identifiers: [STORED_IDENTIFIER.write(shown)],
      status: OrgStatus.ACTIVE,
      search: searchVector(trx, organization.name),
    }),
  );
  await trx("organizations").insert(rows).onConflict("id").ignore();
  await holdIdentifiers(
    trx,
    organizations.map(({ held, id }) => ({ ...held, organizationId: id })),
  );
};

/** What a registration does not say. */
const UNKNOWN = {
  shortName: undefined,
  legalRepName: undefined,
  contact: undefined,
  registeredAtCode: undefined,
  parentId: undefined,
  establishedOn: undefined,
  statusSince: undefined,
  mergedIntoId: undefined,
  mergedOn: undefined,
};

/** From now on without end; what somebody holds already stays as it is. */
const holdIdentifiers = async (
  trx: Knex.Transaction,
  held: readonly { readonly scheme: IdentifierScheme; readonly value: string; readonly organizationId: string }[],
): Promise<void> => {
  await trx("organization_identifiers")
    .insert(
      held.map((entry) => toRow(ORGANIZATION_IDENTIFIERS, { ...entry, validFrom: undefined, validTo: undefined })),
    )
    .onConflict()
    .ignore();
};
