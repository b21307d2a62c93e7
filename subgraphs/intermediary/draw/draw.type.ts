/** DrawProof: everything that is needed to recompute a draw by lot (随机抽取验证信息). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import type * as domain from "../../../platform/domain/index.js";

/** A public source of randomness, chosen before its value is known. */
@ObjectType({ description: "A public source of randomness, named before its value is known (公共随机源)." })
export class RandomSource implements domain.RandomSource {
  @Field(() => String, { description: "What it is (随机源名称)." })
  name: string;

  @Field(() => String, { description: "Which of its values counts, such as an issue number (期号)." })
  reference: string;

  @Field(() => DateScalar, { description: "Day on which it was chosen; before bids close (选定日期)." })
  chosenAt: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which its value becomes known; after bids close (取值产生日期).",
  })
  knownOn?: string;
}

/** The proof of a draw. Links to organisations are resolved from its ids. */
@ObjectType({ description: "What is needed to recompute a draw by lot (随机抽取验证信息)." })
export class DrawProof {
  @Field(() => String, { description: "Name of the procedure (算法名称)." })
  algorithm: string;

  @Field(() => String, { description: "The procedure, step by step (算法说明)." })
  algorithmDescription: string;

  @Field(() => String, { description: "SHA-256 of the sorted ids of candidates, hexadecimal (候选名单哈希)." })
  candidateListHash: string;

  @Field(() => String, { description: "The value that the public source gave (随机源取值)." })
  sourceValue: string;

  @Field(() => String, { description: "Seed that follows from value, project and list, hexadecimal (随机种子)." })
  seed: string;

  @Field(() => Int, {
    nullable: true,
    description: "Position of the selected candidate in the sorted list; the first is 0 (中选位次).",
  })
  position?: number;

  @Field(() => DateScalar, { description: "Day of the draw (抽取日期)." })
  drawnAt: string;

  @Field(() => Boolean, {
    description:
      "True if list, value, seed and selected candidate follow from each other when recomputed (是否可复算).",
  })
  verified: boolean;

  candidateIds: readonly string[];
}
