/** The mark of the build that prepared the databases last: where it is this one, nothing needs to be looked at. */
import { registeredServices } from "../platform/config/index.js";
import { loadWhole } from "../platform/database/index.js";
import { localDateOf } from "../platform/domain/index.js";
import { buildFingerprint } from "./build-fingerprint.js";
import type { Marks } from "./contents.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";

const PREPARED = "prepared";

/** The build and the day: rules of the law begin and end on days. */
const contentOf = (build: string): string => `${build} ${localDateOf(new Date())}`;

/** True where this build prepared them all; `today` for databases that are prepared again each day, of which records are reconsidered then. */
export const isPrepared = (marks: Marks, { today }: { readonly today: boolean }): boolean => {
  const build = buildFingerprint();
  return [...marks.values()].every((ofService) => {
    const content = ofService.get(PREPARED)?.content;
    return today ? content === contentOf(build) : content?.startsWith(`${build} `) === true;
  });
};

/** Remembers that this build prepared them. */
export const rememberPrepared = async (urls: ServiceUrls): Promise<void> => {
  const mark = { name: PREPARED, content: contentOf(buildFingerprint()) };
  for (const service of registeredServices())
    await withDatabaseOf(service, urls, "govgraph-migrate", (db) => loadWhole(db, mark, async () => undefined));
};
