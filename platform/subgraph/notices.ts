/** The roots by which a subgraph gives its part of the viewer's notices and marks them; the gateway makes one list of the parts. */
import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from "../graphql/classes/index.js";
import { badInput } from "../errors/index.js";
import { checkWithin } from "../graphql/bounds.js";
import { markRead, readNotices, ServiceNotices, type ToldRecord } from "../notices/index.js";
import type { SubgraphContext } from "./definition.js";
import { markNoticesRootOf, noticesRootOf } from "./wire.js";

/** Most notices that are marked at once. */
const MOST_MARKED = 100;

/** Numbers of the journal are those of SQL's bigint. */
const NUMBER = /^[1-9]\d{0,17}$/;

const checkNumber = (argument: string, number: string): void => {
  if (!NUMBER.test(number)) throw badInput(argument, "NOTICE", "It is not the id of a notice.");
};

/** Creates the resolver class of a subgraph; its roots are not in the public schema. */
export const createNoticesResolver = <Services>(subgraph: string, told: readonly ToldRecord<Services>[]): Function => {
  @Resolver()
  class NoticesResolver {
    @Directive("@inaccessible")
    @Query(() => ServiceNotices, {
      nullable: true,
      name: noticesRootOf(subgraph),
      description: "The viewer's notices of this service, for the gateway to merge (本服务消息).",
    })
    async notices(
      @Ctx() context: SubgraphContext<Services>,
      @Arg("first", () => Int, { description: "How many, 1 to 51 (数量)." }) first: number,
      @Arg("due", () => Boolean, { description: "Only what is to be done (仅待办)." }) due: boolean,
      @Arg("unread", () => Boolean, { description: "Only unread ones (仅未读)." }) unread: boolean,
      @Arg("before", () => ID, { nullable: true, description: "Older than this one (此前)." }) before?: string,
    ): Promise<ServiceNotices> {
      checkWithin("first", first, { min: 1, max: 51 });
      if (before != null) checkNumber("before", before);
      return readNotices(told, context, { due, unread, before: before ?? undefined, limit: first });
    }

    @Directive("@inaccessible")
    @Mutation(() => Int, {
      nullable: true,
      name: markNoticesRootOf(subgraph),
      description: "Marks notices of the viewer as read, for the gateway (标记本服务消息已读).",
    })
    async mark(
      @Ctx() context: SubgraphContext<Services>,
      @Arg("ids", () => [ID], { description: "Numbers within the service, 100 at most (消息编号)." }) ids: string[],
    ): Promise<number> {
      checkWithin("ids", ids.length, { min: 0, max: MOST_MARKED });
      for (const id of ids) checkNumber("ids", id);
      return markRead(told, context, ids);
    }
  }
  return NoticesResolver;
};
