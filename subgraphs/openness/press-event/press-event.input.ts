/** What lists of press events can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { PressEventKind } from "./press-event.enums.js";

/** Filter of press events. */
@InputType({ description: "Which press events (新闻发布筛选)." })
export class PressEventFilter {
  @Field(() => PressEventKind, { nullable: true, description: "In this form (发布形式)." })
  kind?: PressEventKind;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => DateScalar, { nullable: true, description: "Held on this day or later (举行日期起)." })
  heldFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Held on this day or earlier (举行日期止)." })
  heldTo?: string;
}
