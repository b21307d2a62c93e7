/** Has services reconsider what they store, by the rules that are in force: what may not be public any more is closed, and what is public for less long follows. */
import { findLoadMark, loadWhole, type createDatabase } from "../platform/database/index.js";
import type { SubgraphDefinition } from "../platform/subgraph/index.js";
import { openDirectCalls } from "./direct-calls.js";
import type { ServiceUrls } from "./service-urls.js";

/** The part of a definition that says how. */
type Reconsidering = Pick<SubgraphDefinition<never>, "name" | "reconsider">;

/** Mark of the rules by which a service's records were looked at last. */
const MARK = "reconsidered";

/** True where its records were looked at by the rules that are in force on the day, whatever data was loaded since. */
export const isReconsidered = async (
  { reconsider }: Reconsidering,
  db: ReturnType<typeof createDatabase>,
  today: string,
): Promise<boolean> =>
  reconsider === undefined || (await findLoadMark(db, MARK))?.content === reconsider.rulesOn(today);

/** Looks at all records of the service, in one transaction; a line for the operator where any was changed. */
export const reconsiderRecords = async (
  { name, reconsider }: Reconsidering,
  db: ReturnType<typeof createDatabase>,
  urls: ServiceUrls,
  today: string,
): Promise<string | undefined> => {
  if (reconsider === undefined) return undefined;
  let changed = 0;
  const { call, close } = openDirectCalls(urls, { applicationName: "govgraph-reconsider", asOf: new Date() });
  try {
    await loadWhole(db, { name: MARK, content: reconsider.rulesOn(today) }, async (trx) => {
      changed = await reconsider.run(trx, call, today);
    });
  } finally {
    await close();
  }
  return changed === 0
    ? undefined
    : `${name}: ${changed} stored ${changed === 1 ? "record" : "records"} closed or put under another rule, by the rules in force`;
};
