/** The role and the schema of what publishers upload, beside those of the services. */
import { provision } from "../platform/database/index.js";
import { LOADS_SCHEMA } from "../platform/loads/index.js";
import { describeUrl, isPostgresUrl } from "./service-urls.js";

/** Makes them where they are missing; gives where they are. Throws a sentence for what is no URL of PostgreSQL. */
export const provisionLoads = async (adminUrl: string, store: string, resetPasswords = false): Promise<string> => {
  if (!isPostgresUrl(store))
    throw new Error("GATEWAY_LOADS_STORE is no PostgreSQL URL: write postgresql://user:password@host:port/database.");
  await provision({ adminUrl, urls: { [LOADS_SCHEMA]: store }, resetPasswords });
  return describeUrl(store);
};
