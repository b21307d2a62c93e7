/** Objection (异议): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ObjectionResolver } from "./objection.resolver.js";
import { createObjectionService } from "./objection.service.js";

const services = { objections: createObjectionService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const objection: Noun<CreditServices> = {
  owns: ["Objection"],
  resolvers: [ObjectionResolver],
  references: {
    Objection: ({ no }, { objections }) => objections.find(String(no)),
  },
  services,
  files: { Objection: async (no, { objections }) => (await objections.find(no)) !== undefined },
};
