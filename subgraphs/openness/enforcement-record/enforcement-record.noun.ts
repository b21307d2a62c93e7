/** Inspections and coercive measures (行政检查、行政强制信息): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { EnforcementRecordResolver, InspectedOrganizationResolver } from "./enforcement-record.resolver.js";
import { createEnforcementRecordService } from "./enforcement-record.service.js";
import { createEnforcementRecords } from "./migrations/20261201122000_create_enforcement_records.js";

const services = { enforcementRecords: createEnforcementRecordService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const enforcementRecord: Noun<OpennessServices> = {
  owns: ["EnforcementRecord"],
  resolvers: [EnforcementRecordResolver, InspectedOrganizationResolver],
  references: {
    EnforcementRecord: ({ docNo }, { enforcementRecords }) => enforcementRecords.find(String(docNo)),
  },
  services,
  migrations: [createEnforcementRecords],
};
