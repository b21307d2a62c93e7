/** Configuration: a typed table of variables per process, read once. */
export {
  ConfigError,
  flag,
  logLevel,
  portNumber,
  readConfig,
  runMain,
  text,
  url,
  variable,
  type ConfigOf,
  type ConfigTable,
  type ConfigVariable,
} from "./config.js";
export {
  CONTRACT_NAME,
  CONTRACTS_FILE,
  MOST_CONTRACTS,
  parseContracts,
  readContracts,
  type Contract,
} from "./contracts.js";
export { createKeyList, parseKeyList, parseKeyMap, printKeyList, type ListedKey } from "./key-list.js";
export { projectPath } from "./project-root.js";
export {
  localAddressOf,
  parseSubgraphRegistry,
  registeredPort,
  registeredServices,
  serviceRegistrations,
  SUBGRAPH_NAME,
  subgraphRegistry,
  type ServiceRegistration,
  type SubgraphRegistration,
} from "./subgraph-registry.js";
