/** Verbs of listing, and what a case tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { LISTING_CLOSURE, ListingCase } from "../listing-case/listing-case.type.js";
import { ListingAction } from "./listing-handling.enums.js";
import { DecideListingInput, DefendListingInput, GiveListingNoticeInput } from "./listing-handling.input.js";
import { authority, body, type ListingPayload } from "./listing-handling.type.js";

type Answer = Promise<ListingPayload>;

@Resolver(() => ListingCase)
export class ListingHandlingResolver {
  @authority(
    "Gives a body prior notice that it is to be listed, with reason, law and measures; the public is not told (列入名单事先告知).",
  )
  giveListingNotice(@VerbInput() input: GiveListingNoticeInput, @Ctx() { services }: CreditContext): Answer {
    return services.listingHandling.giveNotice(input);
  }

  @body("States and defends before the decision, for the body that you act for (陈述申辩).")
  defendListing(@VerbInput() input: DefendListingInput, @Ctx() { services }: CreditContext): Answer {
    return services.listingHandling.defend(input);
  }

  @authority(
    "Decides once the body was heard or let the time pass: it stands on the list from this day, or is not listed (列入名单决定).",
  )
  decideListing(@VerbInput() input: DecideListingInput, @Ctx() { services }: CreditContext): Answer {
    return services.listingHandling.decide(input);
  }

  @VersionField({ closed: LISTING_CLOSURE })
  version(@Root() { version }: ListingCase): number {
    return version;
  }

  @AllowedActionsField(() => ListingAction, { closed: LISTING_CLOSURE })
  allowedActions(@Root() listingCase: ListingCase, @Ctx() { services }: CreditContext): Promise<ListingAction[]> {
    return services.listingHandling.allowedActions(listingCase);
  }

  @HistoryField({ closed: LISTING_CLOSURE })
  history(@Root() { no }: ListingCase, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.listingHandling.history(no);
  }
}
