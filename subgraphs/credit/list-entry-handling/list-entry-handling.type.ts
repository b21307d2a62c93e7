/** The verb of list entries, which the authority has, and what it answers. */
import { Field, ObjectType, Verb, type Closure } from "../../../platform/graphql/classes/index.js";
import { ListEntry } from "../list-entry/list-entry.type.js";

/** Who reads what was done about an entry: to the public it would tell of repairs (C4). */
export const LIST_ENTRY_FILE_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** What the verb of an entry answers. */
@ObjectType({ description: "The entry, as the write left it (名单记录操作结果)." })
export class ListEntryPayload {
  @Field(() => ListEntry, { nullable: true, description: "The entry (名单记录)." })
  entry?: ListEntry;
}

/** Verbs of who decided to list the body (国办发〔2020〕49号: who is listed wrongly is taken off the list). */
export const authority = (description: string): MethodDecorator =>
  Verb(() => ListEntryPayload, { by: ["AGENCY"], basis: "CREDIT-GUIDELINE-2020-49", description });
