/** Opens the store of published documents that gateways read. */
import { GATEWAY_VARIABLES } from "../../gateway/config.js";
import { ConfigError, readConfig, type ConfigTable } from "../../platform/config/index.js";
import { openDocumentStore, type DocumentStore } from "../../platform/documents/document-store.repository.js";

const { GATEWAY_DOCUMENTS_STORE } = GATEWAY_VARIABLES;

/** What it has in common with gateways. */
export const DOCUMENTS_VARIABLES = { GATEWAY_DOCUMENTS_STORE } satisfies ConfigTable;

/** Works with it. Throws ConfigError where none is named. */
export const withDocumentStore = async <Result>(work: (store: DocumentStore) => Promise<Result>): Promise<Result> => {
  const { GATEWAY_DOCUMENTS_STORE: url } = readConfig(DOCUMENTS_VARIABLES, process.env);
  if (url === "")
    throw new ConfigError(["GATEWAY_DOCUMENTS_STORE is not set: it names the PostgreSQL that gateways read."]);
  const store = openDocumentStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
