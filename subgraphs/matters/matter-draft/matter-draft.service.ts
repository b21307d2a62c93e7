/** Finds and lists drafts of matters for one viewer, with what they would change: what the viewer may not know of is not found, on every path. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import { isTerminal } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { PUBLISHING } from "../matter/matter.machine.js";
import type { ServiceMatter } from "../matter/matter.js";
import type { VersionChange } from "../matter-version/matter-version.js";
import { versionDifference } from "../matter-version/version-difference.js";
import type { MatterDraftFilter } from "./matter-draft.input.js";
import { contentOf, draftedOf, withDraft, type MatterDraft } from "./matter-draft.js";
import { WHOSE_DRAFT } from "./matter-draft.policy.js";
import { draftsQuery, findDrafts, toDraft } from "./matter-draft.repository.js";
import type { MatterDraftRow } from "./matter-draft.rows.js";

/** Service of drafts. */
export interface MatterDraftService {
  find(id: string): Promise<MatterDraft | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(id: string): Promise<MatterDraft | undefined>;
  list(filter: MatterDraftFilter, page: PageArgs): Promise<Page<MatterDraft>>;
  /** What it would change in the matter as it stands; undefined once it is published or given up. */
  changes(draft: MatterDraft): Promise<VersionChange[] | undefined>;
  /** The matter as it would be; undefined once the draft is published or given up. */
  drafted(draft: MatterDraft): Promise<ServiceMatter | undefined>;
}

/** Newest draft first. */
const ORDER = [
  { column: "drafted_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createMatterDraftService = (
  { db, viewer, cursors }: ServiceDependencies,
  services: MattersServices,
): MatterDraftService => {
  const byId = createKeyLoader(
    async (ids) => (await findDrafts(db, ids)).filter((row) => canRead(WHOSE_DRAFT, { viewer }, row)).map(toDraft),
    ({ id }) => id,
  );
  const standing = async (draft: MatterDraft): Promise<ServiceMatter | undefined> =>
    isTerminal(PUBLISHING, draft.state) ? undefined : services.matters.find(draft.matterId);
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    list: (filter, page) =>
      readPage<MatterDraftRow, MatterDraft>({
        query: draftsQuery(db, viewer, filter),
        orderBy: ORDER,
        ordering: "matterDrafts",
        filter,
        page,
        cursors,
        toNode: toDraft,
      }),
    async changes(draft) {
      const matter = await standing(draft);
      return matter && versionDifference(contentOf(draftedOf(matter)), contentOf(draft));
    },
    async drafted(draft) {
      const matter = await standing(draft);
      return matter && withDraft(matter, draft);
    },
  };
};
