/** Handling of repair (信用修复办理): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { EvidenceFileResolver } from "./evidence-file.resolver.js";
import { writeRepairCases } from "./migrations/20261130200000_write_repair_cases.js";
import { RepairHandlingResolver } from "./repair-handling.resolver.js";
import { createRepairHandlingService } from "./repair-handling.service.js";
import { TOLD_REPAIR } from "./repair-handling.notices.js";

const services = { repairHandling: createRepairHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const repairHandling: Noun<CreditServices> = {
  resolvers: [RepairHandlingResolver, EvidenceFileResolver],
  services,
  notices: [TOLD_REPAIR],
  migrations: [writeRepairCases],
};
