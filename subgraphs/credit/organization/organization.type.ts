/** Stub of Organization, owned by reference; credit adds what is on record. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { UsccScalar } from "../../../platform/graphql/index.js";

/** An organisation, by its key. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;

  /** Owned by reference; the gateway asks for it before `creditReport`. */
  @Directive("@external")
  @Field(() => String, { nullable: true, description: "Registered name (机构名称, deptName)." })
  name?: string | null;

  /** Owned by reference; the gateway asks for it before `creditReport`. */
  @Directive("@external")
  @Field(() => UsccScalar, { nullable: true, description: "Unified social credit code (统一社会信用代码)." })
  uscc?: string | null;
}
