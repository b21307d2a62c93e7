/** Root fields and links of inquiries. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ParticipationChannel } from "../participation-channel/participation-channel.type.js";
import { InquiryFilter } from "./inquiry.input.js";
import { Inquiry, InquiryConnection, INQUIRY_CLOSURE } from "./inquiry.type.js";

@Resolver(() => Inquiry)
export class InquiryResolver {
  @Query(() => Inquiry, {
    nullable: true,
    description:
      "An inquiry by number: a published one for everybody, others for the asker, the bodies that keep it and supervisors (按编号查诉求).",
  })
  inquiry(
    @Ctx() { services }: OpennessContext,
    @Arg("inquiryNo", () => ID, { description: "Number (诉求编号)." }) inquiryNo: string,
  ): Promise<Inquiry | undefined> {
    return services.inquiries.find(inquiryNo);
  }

  @Query(() => InquiryConnection, {
    nullable: true,
    description:
      "Inquiries that are published, that you made, or that the body keeps for which you serve, the last one first (诉求列表).",
  })
  async inquiries(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => InquiryFilter, { nullable: true, description: "Which inquiries (筛选)." })
    filter?: InquiryFilter,
  ): Promise<ConnectionShape<Inquiry>> {
    return toConnection(await services.inquiries.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that received it (受理单位)." })
  receivedBy(@Root() { intakeId }: Inquiry): Organization {
    return { id: intakeId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that handles it; null where none does (承办单位).",
  })
  assignedTo(@Root() { assignedId }: Inquiry): Organization | undefined {
    return assignedId === undefined ? undefined : { id: assignedId };
  }

  @FieldResolver(() => ParticipationChannel, { nullable: true, description: "By which it came (来源渠道)." })
  channel(
    @Root() { channelId }: Inquiry,
    @Ctx() { services }: OpennessContext,
  ): Promise<ParticipationChannel | undefined> {
    return services.participationChannels.find(channelId);
  }

  @Closed(INQUIRY_CLOSURE)
  @FieldResolver(() => Inquiry, {
    nullable: true,
    description: "The inquiry of the same asker into which this one was merged (合并到的诉求).",
  })
  async merged(@Root() { mergedInto }: Inquiry, @Ctx() { services }: OpennessContext): Promise<Inquiry | undefined> {
    return mergedInto === undefined ? undefined : services.inquiries.find(mergedInto);
  }
}
