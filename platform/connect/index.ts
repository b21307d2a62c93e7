/** Connect: a subgraph that is made of a mapping file over a backend that answers JSON over REST. */
export { openBackend, type Backend } from "./backend/backend.js";
export { createConnectExecutor } from "./connect-executor.js";
export { connectSchemaOf } from "./connect-schema.js";
export { startConnectServer, type ConnectServerOptions } from "./connect-server.js";
export { CONVERSIONS, type ConversionName } from "./mapping/conversions.js";
export type { Mapping } from "./mapping/mapping.js";
export { MappingRefused, readMapping } from "./read-mapping.js";
export { SCALAR_NAMES } from "./scalars.js";
export { sdlOf } from "./sdl.js";
export { credentialsOf, type Credentials } from "./backend/secrets.js";
