/** Finds or creates organisations by identifier, never by name (C6); ids never change once given. */
import type { Knex } from "knex";
import { isValidOrgCode, isValidUscc, orgCodeOfUscc, parseOrgCode, parseUscc } from "../../../platform/domain/index.js";
import { IdentifierScheme, OrgKind } from "./organization.enums.js";
import {
  addCreditCode,
  findByEmbeddedCode,
  findHolders,
  findNames,
  insertOrganizations,
  type NewOrganization,
} from "./registration.repository.js";

/** What a source says of an organisation. */
export interface OrganizationRegistration {
  /** Code as the source writes it: credit code, organisation code, or anything of its own. */
  readonly code: string;
  readonly name: string;
  readonly divisionCode?: string;
  /** Name of the source system. */
  readonly source: string;
}

/** The organisation that a registration stands for. */
export interface RegisteredOrganization {
  readonly id: string;
  readonly uscc?: string;
  readonly created: boolean;
  /** Names by which it is known, the present one first; none where it was created. */
  readonly names?: readonly string[];
}

interface Identified extends OrganizationRegistration {
  readonly scheme: IdentifierScheme;
  /** The code, normalised for its scheme. */
  readonly value: string;
  readonly id: string;
}

/** A local code in the form in which it is kept: its source, a colon, the code in capitals. */
export const localIdentifier = (source: string, code: string): string =>
  `${source}:${code.normalize("NFKC").trim().toUpperCase()}`;

/** Says what a code is; what no scheme recognises is local to its source. */
const identify = (registration: OrganizationRegistration): Identified => {
  const { code, source } = registration;
  if (isValidUscc(code)) {
    const value = parseUscc(code);
    return { ...registration, scheme: IdentifierScheme.USCC, value, id: `CN-USCC-${value}` };
  }
  if (isValidOrgCode(code)) {
    const value = parseOrgCode(code);
    return { ...registration, scheme: IdentifierScheme.ORG9, value, id: `CN-ORG-${value}` };
  }
  const value = localIdentifier(source, code);
  return { ...registration, scheme: IdentifierScheme.LOCAL, value, id: `CN-LOCAL-${value.replace(":", "-")}` };
};

/** Kind by the first two characters of a credit code (GB 32100-2015). */
const KIND_BY_CATEGORY: Readonly<Record<string, OrgKind>> = {
  "11": OrgKind.AGENCY,
  "12": OrgKind.INSTITUTION,
  "13": OrgKind.MASS_ORGANIZATION,
  "31": OrgKind.LAW_FIRM,
  "51": OrgKind.ASSOCIATION,
  "52": OrgKind.SOCIAL_SERVICE_ORGANIZATION,
  "53": OrgKind.FOUNDATION,
  "91": OrgKind.ENTERPRISE,
  "92": OrgKind.INDIVIDUALLY_OWNED_BUSINESS,
  "93": OrgKind.COOPERATIVE,
};

const kindOf = ({ scheme, value }: Identified): OrgKind =>
  scheme !== IdentifierScheme.USCC
    ? OrgKind.OTHER
    : (KIND_BY_CATEGORY[value.slice(0, 2)] ?? (value.startsWith("N") ? OrgKind.VILLAGE_COLLECTIVE : OrgKind.OTHER));

/** One organisation per registration, in the same order. Runs in one transaction; the same call again creates nothing. */
export const registerOrganizations = async (
  trx: Knex.Transaction,
  registrations: readonly OrganizationRegistration[],
): Promise<RegisteredOrganization[]> => {
  const identified = registrations.map(identify);
  const found = await findIdentified(trx, identified);
  const missing = new Map<string, Identified>();
  for (const entry of identified) if (!found.has(keyOf(entry))) missing.set(entry.id, entry);
  if (missing.size > 0) await insertOrganizations(trx, [...missing.values()].map(toNew));
  const names = await findNames(
    trx,
    [...found.values()].map(({ id }) => id),
  );
  return identified.map((entry) => {
    const known = found.get(keyOf(entry));
    if (known) return { ...known, created: false, names: names.get(known.id) ?? [] };
    return { id: entry.id, ...(entry.scheme === IdentifierScheme.USCC ? { uscc: entry.value } : {}), created: true };
  });
};

const keyOf = ({ scheme, value }: Identified): string => `${scheme} ${value}`;

/** By the identifier itself; an organisation code also finds the credit code that embeds it, and the other way round. */
const findIdentified = async (
  trx: Knex.Transaction,
  identified: readonly Identified[],
): Promise<Map<string, { id: string; uscc?: string }>> => {
  const orgCodes = new Map<string, Identified[]>();
  for (const entry of identified) {
    if (entry.scheme === IdentifierScheme.LOCAL) continue;
    const code = entry.scheme === IdentifierScheme.USCC ? orgCodeOfUscc(entry.value) : entry.value;
    orgCodes.set(code, [...(orgCodes.get(code) ?? []), entry]);
  }
  const found = new Map<string, { id: string; uscc?: string }>();
  const locals = identified.filter(({ scheme }) => scheme === IdentifierScheme.LOCAL).map(({ value }) => value);
  const byIdentifier = await findHolders(trx, { locals, orgCodes: [...orgCodes.keys()] });
  const byEmbedded = await findByEmbeddedCode(trx, [...orgCodes.keys()]);
  for (const { id, uscc } of byEmbedded) {
    for (const entry of orgCodes.get(orgCodeOfUscc(uscc)) ?? []) {
      // Two credit codes may embed one organisation code: a credit code matches itself alone.
      if (entry.scheme === IdentifierScheme.USCC ? entry.value === uscc : !found.has(keyOf(entry)))
        found.set(keyOf(entry), { id, uscc });
    }
  }
  for (const { scheme, value, id, uscc } of byIdentifier) {
    const entries = scheme === IdentifierScheme.LOCAL ? [{ scheme, value } as Identified] : (orgCodes.get(value) ?? []);
    for (const entry of entries) {
      if (found.has(keyOf(entry))) continue;
      if (entry.scheme === IdentifierScheme.USCC && uscc === null)
        await addCreditCode(trx, id, entry.value, kindOf(entry));
      else if (entry.scheme === IdentifierScheme.USCC && uscc !== entry.value) continue;
      found.set(keyOf(entry), {
        id,
        ...(entry.scheme === IdentifierScheme.USCC ? { uscc: entry.value } : uscc === null ? {} : { uscc }),
      });
    }
  }
  return found;
};

const toNew = (entry: Identified): NewOrganization => ({
  id: entry.id,
  uscc: entry.scheme === IdentifierScheme.USCC ? entry.value : undefined,
  name: entry.name,
  kind: kindOf(entry),
  divisionCode: entry.divisionCode,
  held: { scheme: entry.scheme, value: entry.value },
  shown: {
    scheme: entry.scheme,
    value: entry.scheme === IdentifierScheme.LOCAL ? entry.code : entry.value,
    valid: entry.scheme !== IdentifierScheme.LOCAL,
    source: entry.source,
  },
});
