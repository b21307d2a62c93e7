/** Inputs of the verbs of objections. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { ObjectionOutcome } from "../objection/objection.enums.js";

/** The most files that an objection comes with. */
export const MOST_FILES = 10;

/** A file that shows what is held against a record. */
@InputType({ description: "A file that comes with an objection (异议证明材料)." })
export class ObjectionFileInput {
  @MaxLength(1_000)
  @Field(() => ID, { description: "Receipt of your upload (文件编号)." })
  fileId: string;

  @MaxLength(120)
  @Field(() => String, { description: "Name of the file, with an ending that fits its content (文件名)." })
  fileName: string;
}

/** An objection. */
@InputType({ description: "An objection to a record (提出异议)." })
export class RaiseObjectionInput extends WriteInput {
  @Field(() => ID, { description: "Licence, penalty or list entry that is objected to, by its id (异议对象编号)." })
  recordId: string;

  @MaxLength(2_000)
  @Field(() => String, { description: "What is held against the record (异议理由)." })
  statement: string;

  @Field(() => [ObjectionFileInput], {
    defaultValue: [],
    description: "Files that show it, at most ten (证明材料).",
  })
  evidence: ObjectionFileInput[];
}

/** A step that needs no more than the objection. */
@InputType({ description: "A step of an objection (异议操作)." })
export class ObjectionStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the objection (异议编号)." })
  no: string;
}

/** Decision. */
@InputType({ description: "Decision of an objection (异议处理决定)." })
export class DecideObjectionInput extends ObjectionStepInput {
  @Field(() => ObjectionOutcome, { description: "CORRECTED or UPHELD (异议处理结果)." })
  outcome: ObjectionOutcome;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Reason that is told (理由)." })
  reasons?: string;
}
