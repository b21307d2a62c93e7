/** Organisations by the keys that references carry, through the service. */
import { isValidUscc } from "../../../platform/domain/index.js";
import type { ReferenceServices } from "../context.js";
import type { Organization } from "./organization.js";

/** The organisation of a reference by `id` or `uscc`; undefined where there is none. */
export const findOrganizationByReference = (
  reference: Readonly<Record<string, unknown>>,
  { organizations }: ReferenceServices,
): Promise<Organization | undefined> => {
  const { id, uscc } = reference;
  if (typeof id === "string") return organizations.find(id);
  return typeof uscc === "string" && isValidUscc(uscc) ? organizations.findByUscc(uscc) : Promise.resolve(undefined);
};
