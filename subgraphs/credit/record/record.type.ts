/** CreditRecord: any record that can be repaired or objected to (信用信息记录). */
import { createUnionType } from "../../../platform/graphql/classes/index.js";
import { AdministrativeLicence } from "../licence/licence.type.js";
import { ListEntry } from "../list-entry/list-entry.type.js";
import { AdministrativePenalty } from "../penalty/penalty.type.js";

/** A licence, a penalty or a list entry. */
export const CreditRecord = createUnionType({
  name: "CreditRecord",
  description: "A record that a repair or an objection is about (信用信息记录).",
  types: () => [AdministrativePenalty, ListEntry, AdministrativeLicence] as const,
  resolveType: (value) =>
    "kinds" in value ? AdministrativePenalty : "measureCodes" in value ? ListEntry : AdministrativeLicence,
});
