/** How the graph is used: what is counted, and where it is kept. */
export { coordinatesOfChange } from "./coordinates-of-change.js";
export { mirrorOf, type ClientUse, type Mirror, type ReadsUse, type ServiceUse } from "./mirror.js";
export {
  ANONYMOUS_CLIENT,
  boundOf,
  timesOf,
  WITHIN_MS,
  type ClientOperation,
  type OperationCount,
  type OperationUse,
  type ServiceCount,
  type UseBatch,
  type UsedOperation,
} from "./use.js";
