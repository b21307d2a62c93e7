/** Channel of participation (公众参与渠道): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createParticipationChannels } from "./migrations/20261201120000_create_participation_channels.js";
import { ParticipationChannelResolver } from "./participation-channel.resolver.js";
import { createParticipationChannelService } from "./participation-channel.service.js";

const services = { participationChannels: createParticipationChannelService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const participationChannel: Noun<OpennessServices> = {
  owns: ["ParticipationChannel"],
  resolvers: [ParticipationChannelResolver],
  references: {
    ParticipationChannel: ({ id }, { participationChannels }) => participationChannels.find(String(id)),
  },
  services,
  migrations: [createParticipationChannels],
};
