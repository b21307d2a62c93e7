/** Organisations (机构) for loaders of other services. */
import { inTransaction, inTrial } from "../../../platform/database/index.js";
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import { registerOrganizations as register, type OrganizationRegistration } from "./organization.registration.js";
import { findOrganizations } from "./organization.repository.js";

/** Organisations for registrations, found or created, in the same order. */
export const registerOrganizations: BatchCall = (input, { db }) =>
  inTransaction(db, (trx) => register(trx, input as OrganizationRegistration[]));

/** The same for a dry run: nothing is created. */
export const tryOrganizations: BatchCall = (input, { db }) =>
  inTrial(db, (trx) => register(trx, input as OrganizationRegistration[]));

/** Organisations by credit code, in the same order; null where there is none, and none is created. */
export const organizationsByUscc: BatchCall = async (input, { db }) => {
  const codes = input as string[];
  const found = new Map((await findOrganizations(db, "uscc", codes)).map((body) => [body.uscc, body]));
  return codes.map((code) => {
    const body = found.get(code);
    return body ? { id: body.id, uscc: body.uscc, name: body.name, divisionCode: body.divisionCode } : null;
  });
};
