/** What every mutation's input has: the key by which a repeated request is known, and the version that the client has seen. */
import { Field, InputType, Int } from "../../graphql/classes/index.js";

/** Input of a mutation that begins a record. */
@InputType({ description: "What every write may say (写入公共参数)." })
export class WriteInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Key of your own, 8 to 128 visible ASCII characters: a request that comes again with it within 24 hours has no second effect (幂等键).",
  })
  idempotencyKey?: string;
}

/** Input of a mutation that changes a record. */
@InputType({ description: "What every change says (变更公共参数)." })
export class ChangeInput extends WriteInput {
  @Field(() => Int, { description: "Version that you have seen; another one is a CONFLICT (所见版本)." })
  expectedVersion: number;
}
