/** HistoryEntry: a value type that every service shows alike: one transition of a record, as its journal keeps it. */
import { Directive, Field, Int, ObjectType } from "../../graphql/classes/index.js";
import { DateTimeScalar } from "../../graphql/index.js";
import { ActorPart } from "./actor-part.js";

/** A transition. */
@Directive("@shareable")
@ObjectType({ description: "What happened to a record, as the journal keeps it (办理留痕)." })
export class HistoryEntry {
  @Field(() => Int, { description: "Version of the record that it made (版本)." })
  version: number;

  @Field(() => String, { description: "What was done, a name of the machine (动作)." })
  event: string;

  @Field(() => String, { nullable: true, description: "State before; null where the record began (原状态)." })
  from?: string;

  @Field(() => String, { description: "State after (新状态)." })
  to: string;

  @Field(() => ActorPart, { description: "Part that whoever did it plays (角色)." })
  part: ActorPart;

  @Field(() => String, {
    nullable: true,
    description: "Pseudonym of whoever did it; null where time alone acts (操作人标识).",
  })
  actor?: string;

  @Field(() => String, { nullable: true, description: "Credit code of the agency acted for (操作机关)." })
  agency?: string;

  @Field(() => DateTimeScalar, { description: "When (时间)." })
  recordedAt: Date;

  @Field(() => String, { description: "Law and article, or document (依据)." })
  basis: string;

  @Field(() => String, { nullable: true, description: "Reason that was told (理由)." })
  reason?: string;
}
