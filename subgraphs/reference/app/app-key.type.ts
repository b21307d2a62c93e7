/** AppKey: a public key of an app, as it is told of. */
import { Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A key. */
@ObjectType({ description: "A public key by which an app proves who it is (应用公钥)." })
export class AppKey {
  @Field(() => ID, { description: "Its name, which a signature gives (`kid`) (密钥标识)." })
  kid: string;

  @Field(() => String, { description: "Algorithm of its signatures (签名算法)." })
  algorithm: string;

  @Field(() => ID, { description: "Its fingerprint (RFC 7638, SHA-256), to compare with the key at hand (指纹)." })
  thumbprint: string;
}
