/** What lists of organisations can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, MaxLength } from "../../../platform/graphql/index.js";
import { IdentifierScheme, OrgKind, type OrganizationOrder } from "./organization.enums.js";

/** Filter of organisations. */
@InputType({ description: "Which organisations (机构筛选)." })
export class OrganizationFilter {
  @Field(() => [OrgKind], { nullable: true, description: "Of one of these kinds (机构类型)." })
  kinds?: OrgKind[];

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;
}

/** An identifier as somebody knows it. */
@InputType({ description: "An identifier by which an organisation is or was known (机构标识查询)." })
export class OrgIdentifierInput {
  @Field(() => IdentifierScheme, { description: "Scheme of the identifier (标识类型)." })
  scheme: IdentifierScheme;

  @Field(() => String, { description: "The identifier; spaces, hyphens and letter case do not matter (标识值)." })
  @MaxLength(128)
  value: string;

  @Field(() => String, { nullable: true, description: "System that gave it; needed for LOCAL alone (来源)." })
  @MaxLength(32)
  source?: string;
}

/** What a list of organisations is asked for. */
export interface OrganizationQuery {
  readonly search?: string;
  readonly filter?: OrganizationFilter;
  readonly orderBy: OrganizationOrder;
}
