/** HTTP: how a process listens, says that it is ready, and drains. */
export { startHttpService, stopOnSignal, type HttpService, type HttpServiceOptions } from "./http-service.js";
