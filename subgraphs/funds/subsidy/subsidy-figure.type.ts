/** SubsidyFigure: what a policy paid to persons, by division, with small groups suppressed (补贴发放统计). */
import { Directive, Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { MoneyScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";

/** By what figures are grouped; there is no other way to cut them. */
export enum SubsidyGrouping {
  PREFECTURE = "PREFECTURE",
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
}

describeEnum(SubsidyGrouping, "SubsidyGrouping", "By what figures are grouped (统计层级).", {
  PREFECTURE: "By prefecture (市州).",
  COUNTY: "By county (县市区).",
  TOWNSHIP: "By township (乡镇).",
});

/** A figure. */
@ObjectType({
  description: "What a policy paid to persons of a division in a year; nothing is told of one to four (补贴发放统计).",
})
export class SubsidyFigure {
  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, { nullable: true, description: "Persons paid; null where suppressed (发放人数)." })
  recipients?: number;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => MoneyScalar, { nullable: true, description: "Amount paid; null where suppressed (发放金额)." })
  totalAmount?: bigint;

  @Field(() => Boolean, {
    description:
      "True where the figure is withheld: of one to four persons, or giving such a group away (是否因人数过少不予显示).",
  })
  suppressed: boolean;

  divisionCode: string;
}

/** A page of figures. */
export const SubsidyFigureConnection = createConnectionType("SubsidyFigure", () => SubsidyFigure, "补贴发放统计");
