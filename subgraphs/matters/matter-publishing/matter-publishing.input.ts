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

/** A pass of the list. */
@InputType({ description: "That an intermediary service is listed (中介服务清单核查凭证)." })
export class DemandPassInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Code of the service (中介服务事项编码)." })
  code: string;

  @MaxLength(64)
  @Field(() => String, {
    description: "Pass of `demandGate { pass }` of the service, ten minutes old at most (清单核查凭证).",
  })
  pass: string;
}

/** A step that asks the publishing gate. */
@InputType({ description: "A step of a draft that asks the publishing gate (事项草稿发布核查)." })
export class GatedMatterDraftInput extends MatterDraftStepInput {
  @Field(() => [DemandPassInput], {
    nullable: true,
    description: "A pass for each intermediary service that a material of the draft names, at most 100 (清单核查凭证).",
  })
  demandPasses?: DemandPassInput[];
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
