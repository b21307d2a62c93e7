/** HTTP: how a process listens, says that it is ready, and drains. */
export { encodeText } from "./encode-text.js";
export {
  DEFAULT_NOTICE_MS,
  NOTICE_DOC,
  noticeOf,
  startHttpService,
  stopOnSignal,
  type HttpService,
  type HttpServiceOptions,
  type SlowRequests,
} from "./http-service.js";
export { BodyRefused, pathOf, readBody, sendJson } from "./body.js";
export { addressProblem, checkedLookup, requireAddress, requireTrusted } from "./outgoing-address.js";
export { allowedLookup, isPublicAddress, leadsOutside, numberOf, type AllowsAddress } from "./public-address.js";
