/** Partners: what a subgraph of another agency would disclose and change, and why it is refused. */
export { checkPartner, type Installation, type PartnerCheck } from "./check.js";
export type { ClosedField, Disclosed, PublicField } from "./disclosed.js";
export type { SchemaChange } from "../breaking.js";
