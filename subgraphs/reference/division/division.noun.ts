/** Division (行政区划): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { DIVISION_LAW } from "../seeds/divisions.js";
import { findDivisionByReference, findDivisionAsOfByReference } from "./division.reference.js";
import { DivisionResolver, DivisionVersionResolver, DivisionAsOfResolver } from "./division.resolver.js";
import { createDivisionService } from "./division.service.js";
import { DivisionAsOf } from "./division.type.js";

const services = { divisions: createDivisionService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const division: Noun<ReferenceServices> = {
  owns: ["Division", "DivisionAsOf"],
  resolvers: [DivisionResolver, DivisionVersionResolver, DivisionAsOfResolver],
  // Records of other subgraphs alone lead to it.
  orphanedTypes: [DivisionAsOf],
  references: {
    Division: findDivisionByReference,
    DivisionAsOf: findDivisionAsOfByReference,
  },
  changes: [
    { kind: "DIVISION", type: "Division", description: "Division, by code, from its first day on (行政区划)." },
  ],
  services,
  lawTables: [DIVISION_LAW],
};
