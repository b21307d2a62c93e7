/** PublicInstitutionService: what a public enterprise or institution offers, with price, standard and what it must publish (公共企事业单位服务). */
import { Directive, Field, ID, ObjectType, Open, SameForAll } from "../../../platform/graphql/classes/index.js";
import { MoneyScalar, TimeLimit, createConnectionType } from "../../../platform/graphql/index.js";
import { PublicServiceSector } from "./public-institution-service.enums.js";
import type * as domain from "./public-institution-service.js";

/** A price and on what it rests. */
@SameForAll()
@ObjectType({ description: "A price and on what it rests (收费标准及依据)." })
export class PublicServicePrice implements domain.PublicServicePrice {
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Price in yuan for one unit; 0.00 where it is free, null where it varies (价格, 元).",
  })
  amount?: bigint;

  @Field(() => String, { nullable: true, description: "What the amount is for, such as 每立方米 (计价单位)." })
  unit?: string;

  @Field(() => String, { nullable: true, description: "The price in words, where it varies or has steps (收费说明)." })
  explain?: string;

  @Field(() => String, { nullable: true, description: "Document on which it rests, in words (收费依据)." })
  basis?: string;

  legalBasisId?: string;
}

/** Something that the institution has to publish. */
@SameForAll()
@ObjectType({ description: "Something that a public enterprise or institution publishes (公开信息事项)." })
export class PublicInfoItem implements domain.PublicInfoItem {
  @Field(() => String, { description: "Title (公开事项)." })
  title: string;

  @Field(() => String, { description: "What it says (公开内容)." })
  content: string;

  @Field(() => String, { nullable: true, description: "By when, or for how long, it is published (公开时限)." })
  disclosureTerm?: string;
}

/** A service of a public enterprise or institution. Links are resolved from its ids. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({
  description:
    "A service of a public enterprise or institution, with what it has to publish by clause 7 of the Opinions on openness of 2016 and article 55 of the Regulations on Open Government Information (公共企事业单位服务).",
})
export class PublicInstitutionService implements domain.PublicInstitutionService {
  @Field(() => ID, { description: "Id that never changes (服务编号)." })
  id: string;

  @Field(() => PublicServiceSector, { description: "Sector (领域)." })
  sector: PublicServiceSector;

  @Field(() => String, { description: "Name (服务名称)." })
  serviceName: string;

  @Field(() => String, { nullable: true, description: "Whom it serves (服务对象)." })
  serviceTarget?: string;

  @Field(() => String, { nullable: true, description: "Standard to which it is held (服务标准)." })
  standard?: string;

  @Field(() => PublicServicePrice, { nullable: true, description: "Price and its basis (收费标准及依据)." })
  price?: PublicServicePrice;

  @Open({ reviewed: "2026-11-26", by: "matters: telephone numbers of offices are public" })
  @Field(() => String, { nullable: true, description: "Telephone of the service, never of a person (服务热线)." })
  hotline?: string;

  @Field(() => TimeLimit, { nullable: true, description: "Time within which it is done (办理时限)." })
  timeLimit?: TimeLimit;

  @Field(() => [PublicInfoItem], { description: "What the institution publishes about it (公开信息事项)." })
  infoItems: PublicInfoItem[];

  institutionId: string;
  competentDeptId?: string;
  divisionCode: string;
}

/** A page of these services. */
export const PublicInstitutionServiceConnection = createConnectionType(
  "PublicInstitutionService",
  () => PublicInstitutionService,
  "公共企事业单位服务",
);
