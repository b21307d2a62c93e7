/** Has services reconsider what they store, by the rules that are in force: what may not be public any more is closed, and what is public for less long follows. */
import { randomBytes } from "node:crypto";
import { ANONYMOUS } from "../platform/auth/index.js";
import { createDatabase, findLoadMark, loadWhole } from "../platform/database/index.js";
import { NO_CODE_KEYS } from "../platform/domain/index.js";
import { createCursorCodec } from "../platform/graphql/index.js";
import type { BatchCall } from "../platform/import/index.js";
import type { SubgraphDefinition } from "../platform/subgraph/index.js";
import { createLogger } from "../platform/telemetry/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import type { ServiceUrls } from "./service-urls.js";

/** The part of a definition that says how. */
type Reconsidering = Pick<SubgraphDefinition<never>, "name" | "reconsider">;

/** Asks the service that owns what another one does not, in its own database: nothing needs to run. */
const callDirectly =
  (urls: ServiceUrls): BatchCall =>
  async <Output>(service: string, batch: string, input: unknown): Promise<Output> => {
    const db = createDatabase({ url: urls[service]!, applicationName: "govgraph-reconsider", schema: service });
    try {
      return (await SUBGRAPHS.find(({ name }) => name === service)!.batches![batch]!(input, {
        ...{ db, viewer: ANONYMOUS, asOf: new Date(), codeKeys: NO_CODE_KEYS },
        cursors: createCursorCodec(randomBytes(24).toString("hex")),
        log: createLogger({ name: "reconsider", level: "error" }),
      })) as Output;
    } finally {
      await db.destroy();
    }
  };

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
  await loadWhole(db, { name: MARK, content: reconsider.rulesOn(today) }, async (trx) => {
    changed = await reconsider.run(trx, callDirectly(urls), today);
  });
  return changed === 0
    ? undefined
    : `${name}: ${changed} stored ${changed === 1 ? "record" : "records"} closed or put under another rule, by the rules in force`;
};
