/** Organisations (机构) for loaders of other services. */
import { inTransaction } from "../../../platform/database/index.js";
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import { IdentifierScheme } from "./organization.enums.js";
import type { Organization } from "./organization.js";
import { registerOrganizations as register, type OrganizationRegistration } from "./organization.registration.js";
import { findOrganizations } from "./organization.repository.js";

/** Organisations for registrations, found or created, in the same order. */
export const registerOrganizations: BatchCall = (input, { db }) =>
  inTransaction(db, (trx) => register(trx, input as OrganizationRegistration[]));

/** Organisations by credit code, in the same order; null where there is none, and none is created. */
export const organizationsByUscc: BatchCall = async (input, { db }) => {
  const codes = input as string[];
  const found = new Map((await findOrganizations(db, "uscc", codes)).map((body) => [body.uscc, body]));
  return codes.map((code) => {
    const body = found.get(code);
    if (body === undefined) return null;
    const { id, uscc, name, divisionCode, shortName, formerNames } = body;
    return {
      id,
      uscc,
      name,
      divisionCode,
      otherNames: [shortName ?? [], formerNames.map((former) => former.name)].flat(2),
    };
  });
};

/** The code by which an export names a body: its credit code, else its organisation code, else the code of its own source. */
const codeOf = ({ uscc, identifiers }: Organization): { scheme: IdentifierScheme; value: string } | undefined => {
  if (uscc !== undefined) return { scheme: IdentifierScheme.USCC, value: uscc };
  return [IdentifierScheme.ORG9, IdentifierScheme.LOCAL].flatMap((wanted) =>
    identifiers.filter(({ scheme, validTo }) => scheme === wanted && validTo === undefined),
  )[0];
};

/** Codes and names of organisations by id, in the same order; null where there is none, or none has a code. */
export const organizationCodes: BatchCall = async (input, { db }) => {
  const ids = input as string[];
  const found = new Map((await findOrganizations(db, "id", ids)).map((body) => [body.id, body]));
  return ids.map((id) => {
    const body = found.get(id);
    const code = body && codeOf(body);
    return code ? { code: code.value, scheme: code.scheme, name: body.name } : null;
  });
};
