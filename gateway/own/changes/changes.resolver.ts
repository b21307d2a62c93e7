/** The root field `changes`. */
import { Args, Ctx, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import { ChangePage, ChangesArgs } from "../../../platform/graphql/index.js";
import { mergeChanges, type AskService } from "./merge-changes.js";

/** What the resolver needs of a request. */
export interface ChangesContext {
  /** Services that tell of changes, and how to ask them. */
  readonly feed: { readonly services: readonly string[]; readonly ask: AskService };
}

@Resolver()
export class ChangesResolver {
  @Query(() => ChangePage, {
    nullable: true,
    description:
      "What changed in public records since a cursor, for applications that keep a copy; order is kept within a service (增量更新).",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() { feed }: ChangesContext): Promise<ChangePage> {
    return mergeChanges(feed.services, args, feed.ask);
  }
}
