/** The verb of notices: anybody marks their own, and what is another's is left alone. */
import { caseAfter } from "./cases.js";
import type { Verbs } from "./index.js";

/** Verbs of the gateway's own subgraph. */
export const NOTICE_VERBS: Verbs = {
  markNoticesRead: {
    input: "MarkNoticesReadInput",
    selects: "marked",
    async prepare(stack) {
      const { caseNo } = await caseAfter(stack, "submitCase", "receiveCase");
      const row = (await stack.databases["matters"]!("transitions")
        .where({ kind: "ServiceCase", key: caseNo, event: "RECEIVE" })
        .first("id")) as { id: bigint };
      return { ids: [`matters:${row.id}`] };
    },
    letters: "DYYY YYYDY DD",
  },
};
