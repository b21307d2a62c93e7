/** Stub of Division, owned by reference. */
import { Directive, Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, describeEnum } from "../../../platform/graphql/index.js";

/** Stub of a division. */
@Directive('@key(fields: "code")')
@ObjectType({ description: "An administrative division (行政区划)." })
export class Division {
  @Field(() => DivisionCodeScalar, { description: "Six digits, nine for townships (区划代码)." })
  code: string;
}

/** Direction of money. */
export enum FlowDirection {
  IN = "IN",
  OUT = "OUT",
}

describeEnum(FlowDirection, "FlowDirection", "Direction of money, seen from the division (资金方向).", {
  IN: "Received by it (流入).",
  OUT: "Passed on by it (流出).",
});
