/** Finds a record of any kind through the service of its kind, so that its own policy decides. */
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { LicenceService } from "../licence/licence.service.js";
import type { AdministrativeLicence } from "../licence/licence.type.js";
import type { ListEntryService } from "../list-entry/list-entry.service.js";
import type { ListEntry } from "../list-entry/list-entry.type.js";
import type { PenaltyService } from "../penalty/penalty.service.js";
import type { AdministrativePenalty } from "../penalty/penalty.type.js";
import { CreditRecordKind } from "./record.enums.js";

/** Service of records. */
export interface RecordService {
  find(
    kind: CreditRecordKind,
    id: string,
  ): Promise<AdministrativeLicence | AdministrativePenalty | ListEntry | undefined>;
}

/** Creates the service from those of the kinds. */
export const createRecordService = (
  _dependencies: ServiceDependencies,
  services: {
    readonly licences: LicenceService;
    readonly penalties: PenaltyService;
    readonly listEntries: ListEntryService;
  },
): RecordService => ({
  find(kind, id) {
    switch (kind) {
      case CreditRecordKind.LICENCE:
        return services.licences.find(id);
      case CreditRecordKind.PENALTY:
        return services.penalties.find(id);
      case CreditRecordKind.LIST_ENTRY:
        return services.listEntries.find(id);
    }
  },
});
