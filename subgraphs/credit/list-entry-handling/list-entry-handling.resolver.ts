/** The verb of list entries, and what an entry tells of its own life: version, what may be done next, history. */
import { Closed, Ctx, FieldResolver, Int, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { HistoryEntry } from "../../../platform/write/classes/index.js";
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

  @Closed(LIST_ENTRY_FILE_CLOSURE)
  @FieldResolver(() => Int, { nullable: true, description: "Version, for `expectedVersion` of the next write (版本)." })
  version(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.listEntryHandling.version(id);
  }

  @Closed(LIST_ENTRY_FILE_CLOSURE)
  @FieldResolver(() => [ListEntryAction], {
    nullable: true,
    description:
      "What you may do with it now, at most 10 actions; an action may still need an input that its rule asks for (可办操作).",
  })
  allowedActions(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<ListEntryAction[]> {
    return services.listEntryHandling.allowedActions(id);
  }

  @Closed(LIST_ENTRY_FILE_CLOSURE)
  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    nullable: true,
    description:
      "What happened to it since writes are kept in a journal, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { id }: ListEntry, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.listEntryHandling.history(id);
  }
}
