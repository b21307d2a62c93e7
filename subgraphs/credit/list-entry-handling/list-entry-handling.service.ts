/** Writes of list entries for one request: the verb is a step of the machine, answered with the entry as it is then. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { RecordedTransition } from "../../../platform/write/index.js";
import type { CreditServices } from "../context.js";
import { findListEntries } from "../list-entry/list-entry.repository.js";
import { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { createRecordWrites } from "../record/record-writes.js";
import { findRepairing } from "../repair-case/open-repairs.repository.js";
import { allowedListEntryActions } from "./list-entry-allowed.js";
import { listEntryFacts } from "./list-entry-facts.js";
import type { ListEntryAction } from "./list-entry-handling.enums.js";
import type { RevokeListingInput } from "./list-entry-handling.input.js";
import type { ListEntryPayload } from "./list-entry-handling.type.js";
import { WRITTEN_LIST_ENTRY } from "./written-list-entry.js";

/** Writes of list entries. */
export interface ListEntryHandlingService {
  /** Throws what `runWrite`, `lockRecord` and `takeStep` throw. */
  revoke(input: RevokeListingInput): Promise<ListEntryPayload>;
  version(id: string): Promise<number | undefined>;
  /** What the viewer may do with the entry now. */
  allowedActions(id: string): Promise<ListEntryAction[]>;
  /** What happened to the entry, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createListEntryHandlingService = (
  dependencies: ServiceDependencies,
  services: CreditServices,
): ListEntryHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const writes = createRecordWrites(dependencies, {
    written: WRITTEN_LIST_ENTRY,
    table: LIST_ENTRIES,
    find: findListEntries,
    factsOf: listEntryFacts,
  });
  const repairing = createKeyLoader(
    (ids) => findRepairing(db, ids),
    ({ id }) => id,
  );
  return {
    async revoke(input) {
      const { reasons, revocationNo } = input;
      const id = await writes.step("revokeListing", input, {
        event: "REVOKE",
        facts: { reasons, revocationNo },
        set: { revokedOn: today, revocationNo },
        reason: reasons,
      });
      const entry = await services.listEntries.findAnew(id);
      return entry === undefined ? {} : { entry };
    },
    version: writes.version,
    async allowedActions(id) {
      const [row, open] = await Promise.all([writes.row(id), repairing.load(id)]);
      return row === undefined ? [] : allowedListEntryActions(row, viewer, { today, repairRuns: open !== undefined });
    },
    history: writes.history,
  };
};
