/** Root fields and links of cases of listing. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { ListEntry } from "../list-entry/list-entry.type.js";
import { Measure } from "../measure/measure.type.js";
import { Organization } from "../organization/organization.type.js";
import { ListingState } from "./listing-case.machine.js";
import { LISTING_CLOSURE, ListingCase, ListingCaseConnection } from "./listing-case.type.js";

@Resolver(() => ListingCase)
export class ListingCaseResolver {
  @Query(() => ListingCase, {
    nullable: true,
    description: "A case of listing by number, for the body, the authority and supervisors (按编号查列入名单办理).",
  })
  listingCase(
    @Ctx() { services }: CreditContext,
    @Arg("no", () => ID, { description: "Number (办理编号)." }) no: string,
  ): Promise<ListingCase | undefined> {
    return services.listingCases.find(no);
  }

  @Query(() => ListingCaseConnection, {
    nullable: true,
    description: "Cases of listing that the viewer may know of, newest first (列入名单办理列表).",
  })
  async listingCases(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => ListingState, { nullable: true, description: "In this state (办理状态)." })
    state?: ListingState,
  ): Promise<ConnectionShape<ListingCase>> {
    return toConnection(await services.listingCases.list(state ?? undefined, page));
  }

  @Closed(LISTING_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Body that is to be listed (主体)." })
  subject(@Root() { subjectId }: ListingCase): Organization {
    return { id: subjectId };
  }

  @Closed(LISTING_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Body that decides on the entry (认定机关)." })
  authority(@Root() { authorityId }: ListingCase): Organization {
    return { id: authorityId };
  }

  @Closed(LISTING_CLOSURE)
  @FieldResolver(() => [Measure], {
    nullable: true,
    description: "What the entry would bring with it, as the notice told (失信惩戒措施提示).",
  })
  measures(@Root() { measureCodes }: ListingCase, @Ctx() { services }: CreditContext): Promise<Measure[]> {
    return services.measures.ofCodes(measureCodes);
  }

  @Closed(LISTING_CLOSURE)
  @FieldResolver(() => ListEntry, { nullable: true, description: "The entry that the decision made (名单记录)." })
  entry(@Root() { entryId }: ListingCase, @Ctx() { services }: CreditContext): Promise<ListEntry | undefined> {
    return entryId === undefined ? Promise.resolve(undefined) : services.listEntries.find(entryId);
  }
}
