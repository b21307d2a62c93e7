/** Entry of a credit list (名单): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ListEntryResolver } from "./list-entry.resolver.js";
import { createListEntryService } from "./list-entry.service.js";
import { addNoticeDays } from "./migrations/20261126150000_add_notice_days.js";
import { namePriorNotices } from "./migrations/20261129190000_name_prior_notices.js";
import { admitKnownLists } from "./migrations/20261126150200_admit_known_lists.js";

const services = { listEntries: createListEntryService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const listEntry: Noun<CreditServices> = {
  owns: ["ListEntry"],
  resolvers: [ListEntryResolver],
  references: {
    ListEntry: ({ id }, { listEntries }) => listEntries.find(String(id)),
  },
  services,
  changes: [{ kind: "LIST_ENTRY", type: "ListEntry", description: "Standing list entry, by id (名单)." }],
  migrations: [addNoticeDays, admitKnownLists, namePriorNotices],
};
