/** Entries of lists as they are written (名单记录): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ListEntryHandlingResolver } from "./list-entry-handling.resolver.js";
import { TOLD_LIST_ENTRY } from "./list-entry-handling.notices.js";
import { createListEntryHandlingService } from "./list-entry-handling.service.js";
import { writeListEntries } from "./migrations/20261130220000_write_list_entries.js";

const services = { listEntryHandling: createListEntryHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const listEntryHandling: Noun<CreditServices> = {
  resolvers: [ListEntryHandlingResolver],
  services,
  notices: [TOLD_LIST_ENTRY],
  migrations: [writeListEntries],
};
