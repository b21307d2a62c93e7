/** Record of any kind (信用记录): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { createRecordService } from "./record.service.js";

const services = { records: createRecordService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const record: Noun<CreditServices> = {
  services,
};
