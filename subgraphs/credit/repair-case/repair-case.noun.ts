/** Repair of credit (信用修复): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { RepairCaseResolver } from "./repair-case.resolver.js";
import { createRepairCaseService } from "./repair-case.service.js";

const services = { repairCases: createRepairCaseService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const repairCase: Noun<CreditServices> = {
  owns: ["RepairCase"],
  resolvers: [RepairCaseResolver],
  references: {
    RepairCase: ({ no }, { repairCases }) => repairCases.find(String(no)),
  },
  services,
  files: { RepairCase: async (no, { repairCases }) => (await repairCases.find(no)) !== undefined },
};
