/** Inputs of the verbs by which a matter is published. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { DraftedContentInput } from "./drafted-content.input.js";

/** A draft that begins. */
@InputType({ description: "A draft of a matter's next version (起草事项新版本)." })
export class DraftMatterInput extends WriteInput {
  @Field(() => ID, { description: "Matter, of your agency (事项, id)." })
  matterId: string;

  @Field(() => DraftedContentInput, {
    nullable: true,
    description: "What is changed; nothing yet where not said (修改内容).",
  })
  changes?: DraftedContentInput;
}

/** A step that needs no more than the draft. */
@InputType({ description: "A step of a draft of a matter (事项草稿操作)." })
export class MatterDraftStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the draft (草稿编号)." })
  draftId: string;
}

/** A draft that is changed. */
@InputType({ description: "A draft that is changed (修改事项草稿)." })
export class EditMatterDraftInput extends MatterDraftStepInput {
  @Field(() => DraftedContentInput, { description: "What is changed (修改内容)." })
  changes: DraftedContentInput;
}

/** A step whose reason is told. */
@InputType({ description: "A step of a draft with its reason (说明理由的事项草稿操作)." })
export class ReasonedMatterDraftInput extends MatterDraftStepInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Reason that is told (理由)." })
  reasons?: string;
}
