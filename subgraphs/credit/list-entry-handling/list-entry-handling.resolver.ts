/** The verb of list entries, and what an entry tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { ListEntry } from "../list-entry/list-entry.type.js";
import { ListEntryAction } from "./list-entry-handling.enums.js";
import { RevokeListingInput } from "./list-entry-handling.input.js";
import { authority, LIST_ENTRY_FILE_CLOSURE, type ListEntryPayload } from "./list-entry-handling.type.js";

@Resolver(() => ListEntry)
export class ListEntryHandlingResolver {
  @authority(
    "Records that the decision to list was revoked, by the number of the document; the entry and its measures end with it (撤销列入决定).",
  )
  revokeListing(@VerbInput() input: RevokeListingInput, @Ctx() { services }: CreditContext): Promise<ListEntryPayload> {
    return services.listEntryHandling.revoke(input);
  }

  @VersionField({ closed: LIST_ENTRY_FILE_CLOSURE })
  version(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.listEntryHandling.version(id);
  }

  @AllowedActionsField(() => ListEntryAction, { closed: LIST_ENTRY_FILE_CLOSURE })
  allowedActions(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<ListEntryAction[]> {
    return services.listEntryHandling.allowedActions(id);
  }

  @HistoryField({ closed: LIST_ENTRY_FILE_CLOSURE })
  history(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.listEntryHandling.history(id);
  }
}
