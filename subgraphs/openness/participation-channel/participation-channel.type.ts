/** ParticipationChannel: where a body takes what people ask and tell (公众参与渠道). */
import { Directive, Field, ID, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import { ChannelKind } from "./participation-channel.enums.js";

/** A channel. Whose it is stands in its resolver. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "Where a body takes what people ask and tell (公众参与渠道)." })
export class ParticipationChannel {
  @Field(() => ID, { description: "Id (渠道编号)." })
  id: string;

  @Field(() => ChannelKind, { description: "Kind (渠道类型)." })
  kind: ChannelKind;

  @Field(() => String, { description: "Name (渠道名称)." })
  name: string;

  @Open({ reviewed: "2026-11-30", by: "openness: it is an office's own line, made public to be called" })
  @Field(() => String, { nullable: true, description: "Telephone of the office (电话)." })
  phone?: string;

  agencyId: string;
  agencyUscc: string;
  divisionCode: string;
}

/** A page of channels. */
export const ParticipationChannelConnection = createConnectionType(
  "ParticipationChannel",
  () => ParticipationChannel,
  "公众参与渠道",
);
