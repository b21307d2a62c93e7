/** Moderation of comments (评价内容审核): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CommentModerationResolver } from "./comment-moderation.resolver.js";
import { createCommentModeration } from "./comment-moderation.service.js";

const services = { commentModeration: createCommentModeration };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const commentModeration: Noun<MattersServices> = { resolvers: [CommentModerationResolver], services };
