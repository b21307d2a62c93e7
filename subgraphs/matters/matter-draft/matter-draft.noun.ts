/** Draft of a matter's next version (事项草稿): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { createMatterDraftService } from "./matter-draft.service.js";
import { MatterDraftResolver } from "./matter-draft.resolver.js";
import { createMatterDrafts } from "./migrations/20261130230000_create_matter_drafts.js";

const services = { matterDrafts: createMatterDraftService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const matterDraft: Noun<MattersServices> = {
  owns: ["MatterDraft"],
  resolvers: [MatterDraftResolver],
  references: {
    MatterDraft: ({ id }, { matterDrafts }) => matterDrafts.find(String(id)),
  },
  services,
  migrations: [createMatterDrafts],
};
