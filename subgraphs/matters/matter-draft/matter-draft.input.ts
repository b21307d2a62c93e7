/** What lists of drafts of matters can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { EditorialStatus } from "../matter/matter.machine.js";

/** Filter of drafts. */
@InputType({ description: "Which drafts of matters (事项草稿筛选)." })
export class MatterDraftFilter {
  @Field(() => ID, { nullable: true, description: "Of this matter (事项, id)." })
  matterId?: string;

  @Field(() => [EditorialStatus], { nullable: true, description: "In one of these states (发布状态)." })
  states?: EditorialStatus[];
}
