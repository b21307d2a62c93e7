/** Handling of objections (异议处理): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { writeObjections } from "./migrations/20261130201000_write_objections.js";
import { ObjectionHandlingResolver } from "./objection-handling.resolver.js";
import { createObjectionHandlingService } from "./objection-handling.service.js";
import { TOLD_OBJECTION } from "./objection-handling.notices.js";

const services = { objectionHandling: createObjectionHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const objectionHandling: Noun<CreditServices> = {
  resolvers: [ObjectionHandlingResolver],
  services,
  notices: [TOLD_OBJECTION],
  migrations: [writeObjections],
};
