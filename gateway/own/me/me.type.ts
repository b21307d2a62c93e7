/** Me: what the gateway knows of the signed-in viewer (当前用户). */
import { Directive, Field, ID, ObjectType, Open, registerEnumType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** Kind of viewer. */
export enum ViewerKind {
  PERSON = "PERSON",
  CLIENT = "CLIENT",
}

registerEnumType(ViewerKind, {
  name: "ViewerKind",
  description: "Kind of viewer (访问者类型).",
  valuesConfig: {
    PERSON: { description: "A person who signed in (自然人用户)." },
    CLIENT: { description: "A client application of an integrator (应用)." },
  },
});

/** Stub of an organisation, owned by reference. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;
}

/** The signed-in viewer. */
@ObjectType({ description: "The signed-in viewer (当前用户)." })
export class Me {
  @Field(() => ViewerKind, { description: "Person or client application (访问者类型)." })
  kind: ViewerKind;

  @Open({ reviewed: "2026-11-24", by: "gateway: shown to the viewer alone" })
  @Field(() => String, { nullable: true, description: "Sign-in name (登录名)." })
  username?: string;

  @Field(() => [String], { description: "Roles of the realm (角色)." })
  roles: string[];

  @Field(() => [String], { description: "Scopes of the token (授权范围)." })
  scopes: string[];

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Division the viewer supervises or serves (行政区划).",
  })
  divisionCode?: string;

  @Field(() => Organization, { nullable: true, description: "Agency the viewer serves in (所在机关)." })
  agency?: Organization;

  @Field(() => Organization, { nullable: true, description: "Enterprise the viewer acts for (所代表的企业)." })
  representedOrganization?: Organization;
}
