/** Reads a page of contracting processes from the graph as a release package. */
import { badInput, ServiceError } from "../../platform/errors/index.js";
import type { AskForAll } from "./ask-for-all.js";
import { ocdsPackageOf } from "./ocds.js";
import { PROCESSES_QUESTION, type ToldProcesses } from "./ocds-process.js";
import type { KeptText } from "./send-kept.js";

/** Where it stands. */
export const OCDS_PATH = "/exports/ocds.json";

const PARAMETERS = ["division", "after"];

/** Reads it. Throws BAD_USER_INPUT (PARAMETERS) for anything else than each of the parameters once, or a cursor that is none. */
export const readOcds = async (
  ask: AskForAll,
  { site, today }: { readonly site: string; readonly today: string },
  query: Readonly<Record<string, unknown>>,
): Promise<KeptText> => {
  for (const [name, value] of Object.entries(query))
    if (!PARAMETERS.includes(name) || typeof value !== "string" || value === "")
      throw badInput(name.slice(0, 64), "PARAMETERS", "Releases are asked for by division and after, each once.");
  const { division, after } = query as { readonly division?: string; readonly after?: string };
  const { data, maxAge } = await ask<ToldProcesses>(PROCESSES_QUESTION, { filter: { division }, after });
  if (data.contractingProcesses === null) throw new ServiceError("SERVICE_UNAVAILABLE");
  const { nodes: processes, pageInfo } = data.contractingProcesses;
  const address = (cursor: string | null | undefined): string => {
    const search = new URLSearchParams({ ...(division ? { division } : {}), ...(cursor ? { after: cursor } : {}) });
    return `${site}${OCDS_PATH}${search.size === 0 ? "" : `?${search.toString()}`}`;
  };
  return {
    type: "application/json",
    text: ocdsPackageOf({
      ...{ url: address(after), processes, today },
      next: pageInfo.hasNextPage ? address(pageInfo.endCursor) : undefined,
    }),
    maxAge,
  };
};
